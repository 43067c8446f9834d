#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  VOTUM_BADGE_PLAIN,
  VOTUM_BADGE_PART,   /* something is left to do */
  VOTUM_BADGE_DONE,
  VOTUM_BADGE_WARNING,
} VotumBadgeStyle;

/* A small pill of text: "5 of 6". Its text says it all; the colour only repeats it. */
#define VOTUM_TYPE_BADGE (votum_badge_get_type ())
G_DECLARE_FINAL_TYPE (VotumBadge, votum_badge, VOTUM, BADGE, GtkWidget)

GtkWidget *votum_badge_new (void);
void       votum_badge_set (VotumBadge *self, const char *text, VotumBadgeStyle style);

G_END_DECLS
