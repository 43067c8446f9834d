#include "votum-config.h"

#include "votum-xml-reader.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "votum-text.h"
#include "votum-xml-declaration.h"
#include "votum-xml-window.h"
#include "votum-xml-words.h"

struct _VotumXmlReader {
  const VotumXmlHandlers *handlers;
  gpointer user_data;
  VotumProblems *problems;
  guint max_elements;

  xmlParserCtxtPtr parser;
  gboolean ending;        /* there is no more to come */
  gboolean stopped;       /* at the first place that is not XML, or at a limit */
  guint depth;
  guint n_elements;

  VotumXmlWindow window;

  GString *text;          /* the present run */
  gboolean in_text;
  GString *values;        /* of the present tag's attributes, one after the other */
  GArray *attributes;     /* of VotumXmlAttribute */
};

/* ---- places ------------------------------------------------------------------------------------------------- */

/* How far the parser has come. What it reads is UTF-8 already, so its bytes are those of the window. */
static guint64
parser_offset (VotumXmlReader *self)
{
  xmlParserInputPtr input = self->parser->input;

  if (self->stopped || input == NULL || input->cur == NULL || input->base == NULL)
    return self->window.here.offset;

  return input->consumed + (input->cur - input->base);
}

void
votum_xml_reader_get_place (VotumXmlReader *self,
                            guint          *line,
                            guint          *column)
{
  *line = self->window.here.line;
  *column = self->window.here.column;
}

void
votum_xml_reader_get_attribute_place (VotumXmlReader *self,
                                      guint           i,
                                      guint          *line,
                                      guint          *column)
{
  VotumXmlPlace place = votum_xml_window_find_attribute (&self->window, g_array_index (self->attributes, VotumXmlAttribute, i).name);

  *line = place.line;
  *column = place.column;
}

/* ---- problems ----------------------------------------------------------------------------------------------- */

void
votum_xml_reader_take_problem (VotumXmlReader *self,
                               guint           line,
                               guint           column,
                               GError         *error)
{
  votum_problems_take (self->problems, line, column, error);
}

void
votum_xml_reader_problem (VotumXmlReader *self,
                          guint           line,
                          guint           column,
                          const char     *format,
                          ...)
{
  va_list args;

  va_start (args, format);
  votum_xml_reader_take_problem (self, line, column, g_error_new_valist (VOTUM_ERROR, VOTUM_ERROR_INVALID, format, args));
  va_end (args);
}

gboolean
votum_xml_reader_get_stopped (VotumXmlReader *self)
{
  return self->stopped;
}

/* Adds the problem and reads no further. */
static void G_GNUC_PRINTF (3, 4)
stop (VotumXmlReader *self,
      VotumError      code,
      const char     *format,
      ...)
{
  va_list args;

  if (self->stopped)
    return;

  va_start (args, format);
  votum_xml_reader_take_problem (self, self->window.here.line, self->window.here.column, g_error_new_valist (VOTUM_ERROR, code, format, args));
  va_end (args);
  self->stopped = TRUE;
  xmlStopParser (self->parser);
}

static void
structured_error_cb (void        *user_data,
                     xmlErrorPtr  error)
{
  VotumXmlReader *self = user_data;
  guint64 offset = parser_offset (self);
  gboolean at_end = self->ending && self->depth > 0 && offset >= votum_xml_window_get_end (&self->window);
  g_autofree char *sentence = votum_xml_words (error, at_end);
  VotumXmlPlace place;

  if (self->stopped || error->level < XML_ERR_ERROR)
    return;

  if (error->domain == XML_FROM_NAMESPACE)
    offset = votum_xml_window_find_tag (&self->window, offset);   /* found when all of the tag has been read */
  place = votum_xml_window_find (&self->window, offset);
  votum_xml_reader_take_problem (self, place.line, place.column,
                                 g_error_new_literal (VOTUM_ERROR, VOTUM_ERROR_SYNTAX, sentence));
  /* the parser itself calls nothing more; to stop it from in here would take its input away while it looks at it */
  if (error->level == XML_ERR_FATAL)
    self->stopped = TRUE;
}

/* ---- events ------------------------------------------------------------------------------------------------- */

static void
flush_text (VotumXmlReader *self)
{
  if (!self->in_text)
    return;
  self->in_text = FALSE;
  if (!self->stopped)
    self->handlers->text (self, self->text->str, self->text->len, self->user_data);
  g_string_truncate (self->text, 0);
}

/* Where @text begins in the file: it lies in the parser's input, or is a copy of what the parser has just passed. */
static guint64
text_offset (VotumXmlReader *self,
             const xmlChar  *text,
             int             length)
{
  xmlParserInputPtr input = self->parser->input;
  guint64 end = parser_offset (self);

  if (input != NULL && input->base != NULL && text >= input->base && text <= input->end)
    return input->consumed + (text - input->base);

  return end - MIN (end, (guint64) length);
}

static void
characters_cb (void          *user_data,
               const xmlChar *text,
               int            length)
{
  VotumXmlReader *self = user_data;

  if (self->stopped || self->depth == 0)
    return;

  if (!self->in_text)
    {
      int blank = 0;

      while (blank < length && g_ascii_isspace (text[blank]))
        blank++;
      votum_xml_window_go (&self->window, text_offset (self, text, length) + blank);
      self->in_text = TRUE;
    }

  if (self->text->len + length > VOTUM_XML_MAX_TEXT)
    {
      stop (self, VOTUM_ERROR_LIMIT, _("This text is longer than %d bytes, the most that is read. Shorten it."), VOTUM_XML_MAX_TEXT);
      return;
    }
  g_string_append_len (self->text, (const char *) text, length);
}

static gboolean
within_limits (VotumXmlReader *self,
               const xmlChar  *name,
               int             n_attributes)
{
  if (self->depth > VOTUM_XML_MAX_DEPTH)
    stop (self, VOTUM_ERROR_LIMIT, _("Elements are nested more than %d deep here."), VOTUM_XML_MAX_DEPTH);
  else if (self->n_elements > self->max_elements)
    stop (self, VOTUM_ERROR_LIMIT, _("The file has more than %u elements. Read it as a large file if you trust who sent it."), self->max_elements);
  else if (n_attributes > VOTUM_XML_MAX_ATTRIBUTES)
    stop (self, VOTUM_ERROR_LIMIT, _("The element has more than %d attributes."), VOTUM_XML_MAX_ATTRIBUTES);
  else if (xmlStrlen (name) > VOTUM_XML_MAX_NAME)
    stop (self, VOTUM_ERROR_LIMIT, _("The name of the element is longer than %d bytes."), VOTUM_XML_MAX_NAME);

  return !self->stopped;
}

/* As long as entities are not replaced, the parser hands on an ampersand in an attribute, however written, as "&#38;", and
 * nothing else with an ampersand. */
static void
append_value (GString    *values,
              const char *value,
              gsize       length)
{
  static const char ampersand[] = "&#38;";
  const char *end = value + length;

  while (value < end)
    {
      const char *p = memchr (value, '&', end - value);

      g_string_append_len (values, value, (p != NULL ? p : end) - value);
      if (p == NULL)
        break;
      g_string_append_c (values, '&');
      value = (gsize) (end - p) >= strlen (ampersand) && memcmp (p, ampersand, strlen (ampersand)) == 0 ? p + strlen (ampersand) : p + 1;
    }
  g_string_append_c (values, '\0');
}

static gboolean
take_attributes (VotumXmlReader  *self,
                 int              n_attributes,
                 const xmlChar  **attributes)
{
  gsize length = 0;

  g_array_set_size (self->attributes, n_attributes);
  g_string_truncate (self->values, 0);
  for (int i = 0; i < n_attributes; i++, attributes += 5)
    {
      gsize n = attributes[4] - attributes[3];

      if (n > VOTUM_XML_MAX_TEXT || xmlStrlen (attributes[0]) > VOTUM_XML_MAX_NAME)
        {
          stop (self, VOTUM_ERROR_LIMIT, _("An attribute of this element is longer than %d bytes, the most that is read."), VOTUM_XML_MAX_TEXT);
          return FALSE;
        }
      g_array_index (self->attributes, VotumXmlAttribute, i) =
        (VotumXmlAttribute) { (const char *) attributes[2], (const char *) attributes[1], (const char *) attributes[0], NULL };
      append_value (self->values, (const char *) attributes[3], n);
    }

  /* only now the values stay where they are */
  for (int i = 0; i < n_attributes; i++)
    {
      VotumXmlAttribute *attribute = &g_array_index (self->attributes, VotumXmlAttribute, i);

      attribute->value = self->values->str + length;
      length += strlen (attribute->value) + 1;
    }

  return TRUE;
}

static void
start_element_cb (void           *user_data,
                  const xmlChar  *name,
                  const xmlChar  *prefix,
                  const xmlChar  *uri,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **attributes)
{
  VotumXmlReader *self = user_data;

  if (self->stopped)
    return;

  flush_text (self);
  votum_xml_window_go (&self->window, votum_xml_window_find_tag (&self->window, parser_offset (self)));
  self->depth++;
  self->n_elements++;
  if (!within_limits (self, name, n_attributes + n_namespaces) || !take_attributes (self, n_attributes, attributes))
    return;

  self->handlers->start (self, (const char *) uri, (const char *) name, (const VotumXmlAttribute *) (gpointer) self->attributes->data,
                         n_attributes, self->user_data);
}

static void
end_element_cb (void          *user_data,
                const xmlChar *name,
                const xmlChar *prefix,
                const xmlChar *uri)
{
  VotumXmlReader *self = user_data;

  if (self->stopped)
    return;

  flush_text (self);
  self->depth--;
  self->handlers->end (self, self->user_data);
}

static void
doctype_cb (void          *user_data,
            const xmlChar *name,
            const xmlChar *external_id,
            const xmlChar *system_id)
{
  VotumXmlReader *self = user_data;

  votum_xml_window_go (&self->window, parser_offset (self));
  stop (self, VOTUM_ERROR_SYNTAX, _("The file has a DOCTYPE, which is not read. Take the line out."));
}

static xmlEntityPtr
get_entity_cb (void          *user_data,
               const xmlChar *name)
{
  VotumXmlReader *self = user_data;
  xmlEntityPtr entity = xmlGetPredefinedEntity (name);

  if (entity == NULL && !self->stopped)
    {
      g_autofree char *shown = votum_text_quote ((const char *) name);

      votum_xml_window_go (&self->window, parser_offset (self));
      stop (self, VOTUM_ERROR_SYNTAX, _("“&%s;” is not known here. Write the letter itself."), shown);
    }

  return entity;
}

static xmlParserInputPtr
refuse_entity_cb (const char       *url,
                  const char       *id,
                  xmlParserCtxtPtr  context)
{
  return NULL;
}

/* ---- reading ------------------------------------------------------------------------------------------------ */

static void
start_library (void)
{
  static gsize started = 0;

  if (g_once_init_enter (&started))
    {
      xmlInitParser ();
      xmlSetExternalEntityLoader (refuse_entity_cb);
      g_once_init_leave (&started, 1);
    }
}

static void
set_handlers (xmlSAXHandler *sax)
{
  memset (sax, 0, sizeof (xmlSAXHandler));
  sax->initialized = XML_SAX2_MAGIC;
  sax->internalSubset = doctype_cb;
  sax->externalSubset = doctype_cb;
  sax->getEntity = get_entity_cb;
  sax->startElementNs = start_element_cb;
  sax->endElementNs = end_element_cb;
  sax->characters = characters_cb;
  sax->cdataBlock = characters_cb;
  sax->ignorableWhitespace = characters_cb;
  sax->serror = structured_error_cb;
}

/**
 * votum_xml_reader_new:
 * @handlers: what to call; stays until the reader is freed
 * @user_data: for @handlers
 * @problems: (transfer none): where problems go
 *
 * Returns: (transfer full): a reader for one file
 */
VotumXmlReader *
votum_xml_reader_new (const VotumXmlHandlers *handlers,
                      gpointer                user_data,
                      VotumProblems          *problems)
{
  VotumXmlReader *self = g_new0 (VotumXmlReader, 1);
  xmlSAXHandler sax;

  start_library ();
  self->handlers = handlers;
  self->user_data = user_data;
  self->problems = problems;
  self->max_elements = VOTUM_XML_MAX_ELEMENTS;
  votum_xml_window_init (&self->window);
  self->text = g_string_new (NULL);
  self->values = g_string_new (NULL);
  self->attributes = g_array_new (FALSE, FALSE, sizeof (VotumXmlAttribute));

  set_handlers (&sax);
  self->parser = xmlCreatePushParserCtxt (&sax, self, NULL, 0, NULL);
  if (self->parser == NULL)
    g_error ("Out of memory");
  /* this may touch the handlers, so they are put back */
  xmlCtxtUseOptions (self->parser, XML_PARSE_NONET | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES);
  set_handlers (self->parser->sax);
  self->parser->userData = self;

  return self;
}

void
votum_xml_reader_free (VotumXmlReader *self)
{
  xmlFreeParserCtxt (self->parser);
  votum_xml_window_clear (&self->window);
  g_string_free (self->text, TRUE);
  g_string_free (self->values, TRUE);
  g_array_unref (self->attributes);
  g_free (self);
}

/**
 * votum_xml_reader_set_max_elements:
 * @self: a reader
 * @max: the most elements a file may have, for a file that somebody vouches for
 */
void
votum_xml_reader_set_max_elements (VotumXmlReader *self,
                                   guint           max)
{
  self->max_elements = max;
}

/* Feeds a decoded piece. */
static void
feed (VotumXmlReader *self,
      const GString  *piece,
      gboolean        last)
{
  votum_xml_window_push (&self->window, piece);
  for (gsize at = 0; at < piece->len && !self->stopped; at += VOTUM_INPUT_PIECE)
    xmlParseChunk (self->parser, piece->str + at, MIN (piece->len - at, VOTUM_INPUT_PIECE), 0);
  self->ending = last;
  if (last && !self->stopped)
    xmlParseChunk (self->parser, "", 0, 1);
  if (self->stopped)
    return;

  /* the declaration was rewritten, so there is none to be found any more; if there is, we were outwitted */
  if (self->parser->encoding != NULL && g_ascii_strcasecmp ((const char *) self->parser->encoding, "UTF-8") != 0)
    stop (self, VOTUM_ERROR_SYNTAX, _("The encoding of the file is not clear. Save it as UTF-8."));
  else if (last && (!self->parser->wellFormed || self->n_elements == 0))
    stop (self, VOTUM_ERROR_SYNTAX, _("The file ends too early. It has been cut off; get it once more."));
  else if (!self->in_text)
    votum_xml_window_go (&self->window, parser_offset (self));
}

static gboolean
read_pieces (VotumXmlReader     *self,
             VotumInput         *input,
             GCancellable       *cancellable,
             VotumProgressFunc   progress,
             gpointer            progress_data,
             GError            **error)
{
  g_autofree guint8 *buffer = g_malloc (VOTUM_INPUT_PIECE);
  g_autoptr(GString) piece = g_string_sized_new (VOTUM_INPUT_PIECE + 4096);
  VotumDecoder decoder;
  gboolean first = TRUE, last = FALSE;

  while (!last && !self->stopped)
    {
      g_autoptr(GError) failed = NULL;
      gsize skip = 0;
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          (n = votum_input_read (input, buffer, VOTUM_INPUT_PIECE, error)) < 0)
        return FALSE;

      last = n < VOTUM_INPUT_PIECE;
      if (first)
        {
          VotumEncoding encoding;

          if (!votum_xml_declaration_sniff (buffer, n, &encoding, &skip, error))
            return FALSE;
          votum_decoder_init (&decoder, encoding);
        }

      g_string_truncate (piece, 0);
      votum_decoder_push (&decoder, buffer + skip, n - skip, last, piece, &failed);
      if (first)
        votum_xml_declaration_blank (piece->str, piece->len);
      first = FALSE;

      feed (self, piece, last && failed == NULL);
      if (failed != NULL && !self->stopped)
        {
          votum_xml_window_go (&self->window, votum_xml_window_get_end (&self->window));
          votum_xml_reader_take_problem (self, self->window.here.line, self->window.here.column, g_steal_pointer (&failed));
          self->stopped = TRUE;
        }
      if (progress != NULL)
        progress (votum_input_get_fraction (input), progress_data);
    }

  return TRUE;
}

/**
 * votum_xml_reader_read:
 * @self: a reader
 * @input: a file
 * @cancellable: (nullable): to stop it
 * @progress: (nullable): called after each piece
 * @progress_data: for @progress
 * @error: return location
 *
 * Returns: whether the file could be read to its end or to the place where it is no XML; that is among the problems then
 */
gboolean
votum_xml_reader_read (VotumXmlReader     *self,
                       VotumInput         *input,
                       GCancellable       *cancellable,
                       VotumProgressFunc   progress,
                       gpointer            progress_data,
                       GError            **error)
{
  g_autoptr(GError) failed = NULL;

  if (read_pieces (self, input, cancellable, progress, progress_data, &failed))
    return TRUE;

  if (failed->domain == VOTUM_ERROR)
    {
      votum_xml_reader_take_problem (self, 0, 0, g_steal_pointer (&failed));
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&failed));

  return FALSE;
}
