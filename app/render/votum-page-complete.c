#include "votum-page-private.h"

void
votum_pdf_complete (GByteArray *pdf,
                    const char *lang,
                    GPtrArray  *alternatives)
{
}
