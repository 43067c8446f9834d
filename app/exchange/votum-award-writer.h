#pragma once

#include "votum-document.h"

G_BEGIN_DECLS

char *votum_award_writer_run (VotumDocument *document);

G_END_DECLS
