#include "votum-config.h"

#include "votum-xml-window.h"

#include <string.h>

void
votum_xml_window_init (VotumXmlWindow *self)
{
  self->text = g_string_new (NULL);
  self->start = 0;
  self->here = (VotumXmlPlace) { 0, 1, 1 };
}

void
votum_xml_window_clear (VotumXmlWindow *self)
{
  g_string_free (self->text, TRUE);
}

/* The next piece of the file; what lies before the present place is forgotten. */
void
votum_xml_window_push (VotumXmlWindow *self,
                       const GString  *text)
{
  g_string_erase (self->text, 0, self->here.offset - self->start);
  self->start = self->here.offset;
  g_string_append_len (self->text, text->str, text->len);
}

guint64
votum_xml_window_get_end (const VotumXmlWindow *self)
{
  return self->start + self->text->len;
}

/* The place at @offset, which does not lie before the present one. */
VotumXmlPlace
votum_xml_window_find (const VotumXmlWindow *self,
                       guint64               offset)
{
  VotumXmlPlace place = self->here;
  const char *p = self->text->str + (place.offset - self->start);
  const char *end;

  offset = MIN (offset, votum_xml_window_get_end (self));
  if (offset <= place.offset)
    return place;

  end = self->text->str + (offset - self->start);
  for (; p < end; p++)
    {
      if (*p == '\n')
        {
          place.line++;
          place.column = 1;
        }
      else if ((*p & 0xc0) != 0x80)
        {
          place.column++;
        }
    }
  place.offset = offset;

  return place;
}

void
votum_xml_window_go (VotumXmlWindow *self,
                     guint64         offset)
{
  self->here = votum_xml_window_find (self, offset);
}

/* Where the tag begins that has been read up to @end. "<" cannot stand inside a tag, so it is the last one. */
guint64
votum_xml_window_find_tag (const VotumXmlWindow *self,
                           guint64               end)
{
  guint64 at = MIN (end, votum_xml_window_get_end (self));

  while (at > self->here.offset && self->text->str[at - 1 - self->start] != '<')
    at--;

  return at > self->here.offset ? at - 1 : at;
}

static gboolean
is_name (const char *written,
         gsize       length,
         const char *name)
{
  gsize n = strlen (name);

  return length >= n && memcmp (written + length - n, name, n) == 0 && (length == n || written[length - n - 1] == ':');
}

/* Where an attribute of the present tag begins. The tag is well-formed: a name, then attributes with quoted values. */
VotumXmlPlace
votum_xml_window_find_attribute (const VotumXmlWindow *self,
                                 const char           *name)
{
  const char *p = self->text->str + (self->here.offset - self->start);
  const char *end = self->text->str + self->text->len;

  while (p < end && !g_ascii_isspace (*p) && *p != '>')
    p++;
  while (p < end && *p != '>')
    {
      const char *start;

      while (p < end && g_ascii_isspace (*p))
        p++;
      start = p;
      while (p < end && *p != '=' && *p != '>' && !g_ascii_isspace (*p))
        p++;
      if (is_name (start, p - start, name))
        return votum_xml_window_find (self, self->start + (start - self->text->str));

      while (p < end && *p != '"' && *p != '\'' && *p != '>')
        p++;
      if (p < end && *p != '>')
        {
          const char *close = memchr (p + 1, *p, end - p - 1);

          p = close != NULL ? close + 1 : end;
        }
    }

  return self->here;
}
