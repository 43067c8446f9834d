#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * VotumRefusal:
 *
 * Why a file did not open, and what to do about it.
 *
 * Signal: "chosen" (string): "back", "retry", "look" (at a copy), "elsewhere" (work in a copy), "salvage", "backup" (work in
 * an earlier copy), "other" (file), "go-on" (with what was salvaged).
 */
#define VOTUM_TYPE_REFUSAL (votum_refusal_get_type ())
G_DECLARE_FINAL_TYPE (VotumRefusal, votum_refusal, VOTUM, REFUSAL, AdwBin)

void votum_refusal_show_error    (VotumRefusal *self, GFile *file, const GError *error, const char *backup);
void votum_refusal_show_salvaged (VotumRefusal *self, GFile *new_file, GPtrArray *report);

G_END_DECLS
