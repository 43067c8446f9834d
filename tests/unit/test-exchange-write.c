#include <gio/gio.h>
#include <glib/gstdio.h>
#include <libxml/relaxng.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>

#include "votum-award-vocabulary.h"
#include "votum-award-xml.h"
#include "votum-things.h"

/* What is written can be read again and is the same; the schema says what the program does. Documents are filled from the
 * field tables, so a field that is added to a thing is tested here from its first day. */

/* ---- documents at random -------------------------------------------------------------------------------------- */

typedef struct {
  VotumDocument *document;
  GRand *random;
  gboolean all;       /* set every field that can be set */
} Filling;

/* Fields whose values must fit each other or a grammar of their own. */
static const struct {
  VotumKind kind;
  guint field;
  const char *values[4];
} special[] = {
  { VOTUM_KIND_SCALE, VOTUM_SCALE_MIN, { "-1.5", "0", "1" } },
  { VOTUM_KIND_SCALE, VOTUM_SCALE_MAX, { "8", "10", "100" } },
  { VOTUM_KIND_SCALE, VOTUM_SCALE_STEP, { "0.5", "0.25", "0.1" } },
  { VOTUM_KIND_INDICATOR, VOTUM_INDICATOR_POINTS, { "0:0 50:80 100:100", "-1:1 1:0" } },
  { VOTUM_KIND_RULE, VOTUM_RULE_MARGINS, { "3 2 2", "0.5" } },
  { VOTUM_KIND_RULE, VOTUM_RULE_DROP, { "1", "2" } },
  { VOTUM_KIND_RULE, VOTUM_RULE_ROUND_MARK, { "0", "18" } },
  { VOTUM_KIND_RULE, VOTUM_RULE_ROUND_PANEL, { "0", "18" } },
  { VOTUM_KIND_RULE, VOTUM_RULE_ROUND_WEIGHTED, { "0", "18" } },
  { VOTUM_KIND_RULE, VOTUM_RULE_ROUND_RESULT, { "0", "18" } },
  { VOTUM_KIND_RULE, VOTUM_RULE_ROUND_TOTAL, { "0", "18" } },
  { VOTUM_KIND_RULE, VOTUM_RULE_MINIMUM, { "1", "3" } },
  { VOTUM_KIND_RULE, VOTUM_RULE_ROUND_WEIGHTS, { "1; 0.3 0.7; 0.1 0.2 0.7", "1" } },
  { VOTUM_KIND_RULE, VOTUM_RULE_TIE_BREAKS, { "first-places; chair", "head-to-head; heaviest-criterion; revote" } },
  { VOTUM_KIND_RULE, VOTUM_RULE_ALLOCATION, { "3x4 2x4 1x4", "1x2" } },
  { VOTUM_KIND_RULE, VOTUM_RULE_MAJORITY, { "1/2", "2/3" } },
  { VOTUM_KIND_CRITERION, VOTUM_CRITERION_KIND, { "group" } },
  { VOTUM_KIND_CRITERION, VOTUM_CRITERION_WEIGHT, { "1", "12.5", "0.000000000000000001" } },
  { VOTUM_KIND_ATTACHMENT, VOTUM_ATTACHMENT_NAME, { "e1.pdf", "blåbær ørret.pdf", "søknad (2).txt" } },
  { VOTUM_KIND_ATTACHMENT, VOTUM_ATTACHMENT_FILE, { "e1-2.pdf", "x" } },
  { VOTUM_KIND_SECTION, VOTUM_SECTION_LANGUAGE, { "nb", "sv-SE" } },
  { VOTUM_KIND_CITATION, VOTUM_CITATION_LANGUAGE, { "nb", "en-GB" } },
  { VOTUM_KIND_FEEDBACK, VOTUM_FEEDBACK_LANGUAGE, { "sv", "nb" } },
};

static char *
random_text (Filling *self,
             gboolean prose)
{
  static const char *const pieces[] = { "Blåbær", "a", " ", "&", "<b>", "]]>", "\"", "'", "東京", "🏆", "\u202e", "\u00a0", "&amp;", ";",
                                        "=1+1", "%s", "<!--", "?>", "\t", "\n", "\n\n", "\u2028" };
  guint n = g_rand_int_range (self->random, 1, 12);
  GString *text = g_string_new ("x");

  for (guint i = 0; i < n; i++)
    g_string_append (text, pieces[g_rand_int_range (self->random, 0, prose ? G_N_ELEMENTS (pieces) : G_N_ELEMENTS (pieces) - 4)]);
  g_string_append (text, "Å");

  return g_string_free (text, FALSE);
}

static VotumThing *
random_thing (Filling  *self,
              VotumKind kind)
{
  GPtrArray *things = votum_document_things (self->document, kind);

  return things->len > 0 ? things->pdata[g_rand_int_range (self->random, 0, things->len)] : NULL;
}

static char *
random_choices (Filling          *self,
                const VotumField *field)
{
  guint n = g_strv_length ((char **) field->choices);
  guint first = g_rand_int_range (self->random, 0, n);

  if (field->type == VOTUM_FIELD_CHOICE || first + 1 == n)
    return g_strdup (field->choices[first]);

  return g_strdup_printf ("%s %s", field->choices[first + 1], field->choices[first]);
}

static char *
random_value (Filling    *self,
              VotumThing *thing,
              guint       i)
{
  const VotumField *field = &votum_thing_get_info (thing)->fields[i];
  VotumThing *other;

  for (guint s = 0; s < G_N_ELEMENTS (special); s++)
    if (special[s].kind == votum_thing_get_kind (thing) && special[s].field == i)
      return g_strdup (special[s].values[g_rand_int_range (self->random, 0, g_strv_length ((char **) special[s].values))]);

  switch (field->type)
    {
    case VOTUM_FIELD_LINE:
      return random_text (self, FALSE);
    case VOTUM_FIELD_PROSE:
      return random_text (self, TRUE);
    case VOTUM_FIELD_INTEGER:
      return g_strdup_printf ("%d", g_rand_int_range (self->random, 0, G_MAXINT32));
    case VOTUM_FIELD_DECIMAL:
      return g_strdup_printf ("%d.%03d", g_rand_int_range (self->random, 0, 100000), g_rand_int_range (self->random, 0, 1000));
    case VOTUM_FIELD_BOOLEAN:
      return g_strdup (g_rand_boolean (self->random) ? "1" : "0");
    case VOTUM_FIELD_TIME:
      return g_strdup (g_rand_boolean (self->random) ? "2026-11-03T09:30:00+01:00" : "2026-02-28");
    case VOTUM_FIELD_CHOICE:
    case VOTUM_FIELD_CHOICES:
      return random_choices (self, field);
    case VOTUM_FIELD_REF:
      other = random_thing (self, field->target);
      return other != NULL ? g_strdup (votum_thing_get_key (other)) : NULL;
    case VOTUM_FIELD_REFS:
      other = random_thing (self, field->target);
      return other != NULL ? g_strdup_printf ("%s;%s", votum_thing_get_key (other), votum_thing_get_key (random_thing (self, field->target))) : NULL;
    case VOTUM_FIELD_TEXTS:
    default:
      g_assert_not_reached ();
    }
}

static void
fill_field (Filling    *self,
            VotumThing *thing,
            guint       i)
{
  static const char *const languages[] = { "", "en", "nb", "sv-FI" };
  g_autoptr(GError) error = NULL;
  g_autofree char *value = NULL;

  if (votum_thing_get_info (thing)->fields[i].type != VOTUM_FIELD_TEXTS)
    {
      value = random_value (self, thing, i);
      votum_thing_set_from_text (thing, i, value, &error);
      g_assert_no_error (error);
      return;
    }

  for (guint j = g_rand_int_range (self->random, 0, 4); j < 4; j++)
    {
      g_autofree char *text = random_text (self, TRUE);
      g_autoptr(VotumTexts) texts = votum_texts_with (votum_thing_get_texts (thing, i), languages[j], text);

      votum_thing_set_texts (thing, i, texts);
    }
}

/* What no table of fields says. */
static void
make_fit (Filling    *self,
          VotumThing *thing)
{
  const char *parent;

  switch ((guint) votum_thing_get_kind (thing))
    {
    case VOTUM_KIND_RULE:
      if (!votum_thing_is_set (thing, VOTUM_RULE_MARGINS) || !votum_thing_is_set (thing, VOTUM_RULE_DROP))
        votum_thing_set_from_text (thing, VOTUM_RULE_CORRECTION, "median", NULL);
      break;
    case VOTUM_KIND_CRITERION:
      votum_thing_set_from_text (thing, VOTUM_CRITERION_KIND, "group", NULL);
      parent = votum_thing_get_text (thing, VOTUM_CRITERION_PARENT);
      if (parent != NULL)
        votum_thing_set_from_text (thing, VOTUM_CRITERION_CLASS,
                                   votum_thing_get_text (votum_document_find (self->document, VOTUM_KIND_CRITERION, parent), VOTUM_CRITERION_CLASS), NULL);
      break;
    case VOTUM_KIND_RECUSAL:
      votum_thing_set_from_text (thing, g_rand_boolean (self->random) ? VOTUM_RECUSAL_ENTRANT : VOTUM_RECUSAL_CLASS, NULL, NULL);
      if (!votum_thing_is_set (thing, VOTUM_RECUSAL_CLASS))
        fill_field (self, thing, VOTUM_RECUSAL_ENTRANT);
      break;
    case VOTUM_KIND_ASSIGNMENT:
      votum_thing_set_from_text (thing, g_rand_boolean (self->random) ? VOTUM_ASSIGNMENT_ENTRANT : VOTUM_ASSIGNMENT_CLASS, NULL, NULL);
      if (!votum_thing_is_set (thing, VOTUM_ASSIGNMENT_CLASS))
        fill_field (self, thing, VOTUM_ASSIGNMENT_ENTRANT);
      break;
    case VOTUM_KIND_DECISION:
      if (!votum_thing_is_set (thing, VOTUM_DECISION_ENTRANT))
        votum_thing_set_from_text (thing, VOTUM_DECISION_OUTCOME, "none", NULL);
      else if (votum_thing_get_choice (thing, VOTUM_DECISION_OUTCOME) == VOTUM_DECISION_OUTCOME_NONE)
        votum_thing_set_from_text (thing, VOTUM_DECISION_OUTCOME, "winner", NULL);
      if (votum_thing_get_choice (thing, VOTUM_DECISION_OUTCOME) == VOTUM_DECISION_OUTCOME_PLACE)
        votum_thing_set_number (thing, VOTUM_DECISION_PLACE, 2);
      break;
    default:
      break;
    }
}

static void
add_thing (Filling  *self,
           VotumKind kind,
           guint     n)
{
  const VotumThingInfo *info = votum_thing_info (kind);
  g_autoptr(VotumThing) thing = votum_thing_new (kind);
  g_autoptr(GError) error = NULL;
  g_autofree char *key = NULL;

  votum_thing_set_symbolic (thing, TRUE);
  for (guint i = 0; i < info->n_fields; i++)
    if (self->all || (info->fields[i].flags & VOTUM_FIELD_REQUIRED) || g_rand_boolean (self->random))
      fill_field (self, thing, i);
  if (kind == VOTUM_KIND_JUROR && n == 0)
    votum_thing_set_from_text (thing, VOTUM_JUROR_ROLES, NULL, NULL);   /* nothing chosen, though there is a first value */
  make_fit (self, thing);

  key = kind == VOTUM_KIND_AWARD ? g_strdup ("award") : g_strdup_printf ("%s %u/Å&<\">", info->name, n);
  votum_thing_set_key (thing, key);
  votum_thing_check (thing, &error);
  g_assert_no_error (error);
  if (votum_document_find (self->document, kind, key) == NULL)
    votum_document_add (self->document, g_steal_pointer (&thing));
}

static void
add_marks_and_log (Filling *self)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *comment = random_text (self, TRUE);
      g_autofree char *line = random_text (self, FALSE);
      VotumMarkRow row = { .state = i % 3, .comment = i % 2 ? comment : NULL, .entered_by = i % 5 ? NULL : line };
      VotumLogEntry *entry = g_new0 (VotumLogEntry, 1);

      row.round = votum_thing_get_key (votum_document_things (self->document, VOTUM_KIND_ROUND)->pdata[i % 2]);
      row.entrant = votum_thing_get_key (votum_document_things (self->document, VOTUM_KIND_ENTRANT)->pdata[i / 2 % 2]);
      row.juror = votum_thing_get_key (votum_document_things (self->document, VOTUM_KIND_JUROR)->pdata[i / 4 % 2]);
      row.criterion = votum_thing_get_key (votum_document_things (self->document, VOTUM_KIND_CRITERION)->pdata[i / 8]);
      if (row.state == VOTUM_ROW_VALUE)
        row.value = (VotumDecimal) { g_rand_int_range (self->random, -100, 100) * 10 + 5, 2 };
      votum_document_add_mark (self->document, &row);

      *entry = (VotumLogEntry) { i + 1, g_strdup ("2026-01-01T12:00:00Z"), g_strdup_printf (" %s\t", line), g_strdup ("set-mark"),
                                 g_strdup_printf ("\n %s\r\n", comment), i % 2 ? g_strdup ("") : NULL, i % 3 ? g_strdup (comment) : NULL,
                                 i / 2, i, g_strdup ("ab"), g_strdup ("cd") };
      votum_document_add_log (self->document, entry);
    }
}

static VotumDocument *
random_document (guint32  seed,
                 gboolean all)
{
  Filling self = { votum_document_new (VOTUM_DOCUMENT_AWARD), g_rand_new_with_seed (seed), all };

  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    for (guint n = 0; n < 4; n++)
      add_thing (&self, kind, n);
  add_marks_and_log (&self);
  g_rand_free (self.random);

  return self.document;
}

/* ---- comparing ------------------------------------------------------------------------------------------------ */

static void
assert_equal_marks (VotumDocument *a,
                    VotumDocument *b)
{
  g_assert_cmpuint (votum_document_n_marks (a), ==, votum_document_n_marks (b));
  for (guint i = 0; i < votum_document_n_marks (a); i++)
    {
      const VotumMarkRow *x = votum_document_mark (a, i);
      const VotumMarkRow *y = votum_document_mark (b, i);

      g_assert_cmpint (x->state, ==, y->state);
      g_assert_cmpint (votum_decimal_compare (x->value, y->value), ==, 0);
      g_assert_cmpstr (x->round, ==, y->round);
      g_assert_cmpstr (x->entrant, ==, y->entrant);
      g_assert_cmpstr (x->juror, ==, y->juror);
      g_assert_cmpstr (x->criterion, ==, y->criterion);
      g_assert_cmpstr (x->comment, ==, y->comment);
      g_assert_cmpstr (x->entered_by, ==, y->entered_by);
    }
}

static void
assert_equal_logs (GPtrArray *a,
                   GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const VotumLogEntry *x = a->pdata[i];
      const VotumLogEntry *y = b->pdata[i];

      g_assert_cmpint (x->number, ==, y->number);
      g_assert_cmpint (x->reverses, ==, y->reverses);
      g_assert_cmpuint (x->n_changes, ==, y->n_changes);
      g_assert_cmpstr (x->time, ==, y->time);
      g_assert_cmpstr (x->who, ==, y->who);
      g_assert_cmpstr (x->command, ==, y->command);
      g_assert_cmpstr (x->subject, ==, y->subject);
      g_assert_cmpstr (x->old_value, ==, y->old_value);
      g_assert_cmpstr (x->new_value, ==, y->new_value);
      g_assert_cmpstr (x->digest, ==, y->digest);
      g_assert_cmpstr (x->hash, ==, y->hash);
    }
}

static void
assert_equal (VotumDocument *a,
              VotumDocument *b)
{
  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    {
      GPtrArray *things = votum_document_things (a, kind);

      g_assert_cmpuint (things->len, ==, votum_document_things (b, kind)->len);
      for (guint i = 0; i < things->len; i++)
        {
          VotumThing *other = votum_document_find (b, kind, votum_thing_get_key (things->pdata[i]));

          g_assert_nonnull (other);
          for (guint f = 0; f < votum_thing_get_info (other)->n_fields; f++)
            {
              g_autofree char *x = votum_thing_field_to_text (things->pdata[i], f);
              g_autofree char *y = votum_thing_field_to_text (other, f);

              g_assert_cmpstr (x, ==, y);
            }
          g_assert_true (votum_thing_equal (things->pdata[i], other));
        }
    }
  assert_equal_marks (a, b);
  assert_equal_logs (votum_document_log (a), votum_document_log (b));
}

/* ---- round trip ----------------------------------------------------------------------------------------------- */

static void
test_round_trip (void)
{
  for (guint seed = 0; seed < 200; seed++)
    {
      g_autoptr(VotumDocument) document = random_document (seed, seed == 0);
      g_autofree char *xml = votum_award_xml_to_string (document);
      g_autofree char *same = votum_award_xml_to_string (document);
      g_autofree char *again = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(VotumDocument) copy = votum_award_xml_parse ("f", xml, strlen (xml), VOTUM_AWARD_XML_NONE, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (xml, ==, same);
      assert_equal (document, copy);
      again = votum_award_xml_to_string (copy);
      g_assert_cmpstr (xml, ==, again);
    }
}

static void
test_on_disk (void)
{
  g_autofree char *folder = g_dir_make_tmp ("votum-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "award.xml", NULL);
  g_autoptr(VotumDocument) document = votum_document_new (VOTUM_DOCUMENT_SHORTLIST);
  g_autoptr(VotumThing) entrant = votum_thing_new (VOTUM_KIND_ENTRANT);
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumDocument) copy = NULL;
  struct stat st;

  votum_thing_set_symbolic (entrant, TRUE);
  votum_thing_set_from_text (entrant, VOTUM_ENTRANT_NAME, "Nordlys", NULL);
  votum_thing_set_key (entrant, "e");
  votum_document_add (document, g_steal_pointer (&entrant));
  votum_document_set_award (document, "a-1");

  g_assert_true (votum_award_xml_write (document, path, &error));
  g_assert_true (votum_award_xml_write (document, path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 0777, ==, 0600);
  copy = votum_award_xml_read (path, VOTUM_AWARD_XML_NONE, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (votum_document_get_award (copy), ==, "a-1");
  g_assert_cmpstr (votum_document_get_folder (copy), ==, folder);
  assert_equal (document, copy);

  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_false (votum_award_xml_write (document, path, &error));
  g_assert_nonnull (error);
}

/* ---- the schema ----------------------------------------------------------------------------------------------- */

static void G_GNUC_PRINTF (2, 3)
schema_error_cb (void       *user_data,
                 const char *format,
                 ...)
{
  va_list args;
  g_autofree char *message = NULL;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_test_message ("%s", message);
}

static xmlRelaxNGPtr
load_schema (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "data", "schema", "votum-award-1.rng", NULL);
  g_autofree char *content = NULL;
  xmlRelaxNGParserCtxtPtr parser;
  xmlRelaxNGPtr schema;
  gsize length;

  /* from memory: the reader lets libxml2 open no file */
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  parser = xmlRelaxNGNewMemParserCtxt (content, length);
  xmlRelaxNGSetParserErrors (parser, schema_error_cb, schema_error_cb, NULL);
  schema = xmlRelaxNGParse (parser);
  xmlRelaxNGFreeParserCtxt (parser);
  g_assert_nonnull (schema);

  return schema;
}

static gboolean
is_valid (xmlRelaxNGPtr schema,
          xmlDocPtr     xml)
{
  xmlRelaxNGValidCtxtPtr context = xmlRelaxNGNewValidCtxt (schema);
  int result;

  g_assert_nonnull (xml);
  xmlRelaxNGSetValidErrors (context, schema_error_cb, schema_error_cb, NULL);
  result = xmlRelaxNGValidateDoc (context, xml);
  xmlRelaxNGFreeValidCtxt (context);
  xmlFreeDoc (xml);

  return result == 0;
}

static gboolean
is_valid_text (xmlRelaxNGPtr schema,
               const char   *xml)
{
  return is_valid (schema, xmlReadMemory (xml, strlen (xml), "test", NULL, XML_PARSE_NONET));
}

static void
test_schema_knows_all (void)
{
  xmlRelaxNGPtr schema = load_schema ();
  gboolean seen[VOTUM_N_KINDS][64] = { { FALSE } };

  for (guint seed = 0; seed < 20; seed++)
    {
      g_autoptr(VotumDocument) document = random_document (seed, seed < 10);
      g_autofree char *xml = votum_award_xml_to_string (document);

      g_assert_true (is_valid_text (schema, xml));
      for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
        for (guint i = 0; i < votum_document_things (document, kind)->len; i++)
          for (guint f = 0; f < votum_thing_info (kind)->n_fields; f++)
            if (votum_thing_is_set (votum_document_things (document, kind)->pdata[i], f))
              seen[kind][f] = TRUE;
    }
  xmlRelaxNGFree (schema);

  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    for (guint f = 0; f < votum_thing_info (kind)->n_fields; f++)
      if (!seen[kind][f])
        g_error ("“%s” of <%s> was never set", votum_thing_info (kind)->fields[f].name, votum_thing_info (kind)->name);
}

/* Both say no to the same. */
static void
test_schema_is_strict (void)
{
  static const char *const wrong[] = {
    "<shortlist xmlns='urn:votum:award:1'/>",
    "<shortlist xmlns='urn:votum:award:1'><entrant><name>E</name></entrant></shortlist>",
    "<shortlist xmlns='urn:votum:award:1'><entrant id='e' x='1'><name>E</name></entrant></shortlist>",
    "<shortlist xmlns='urn:votum:award:1'><entrant id='e' status='won'><name>E</name></entrant></shortlist>",
    "<shortlist xmlns='urn:votum:award:1'><entrant id='e'><name>E</name>text</entrant></shortlist>",
    "<shortlist xmlns='urn:votum:award:1'><entrant id='e'><name>E</name><level value='1'/></entrant></shortlist>",
    "<award xmlns='urn:votum:award:1'><name>N</name><criterion id='c' weight='0,4'><name>C</name></criterion></award>",
    "<award xmlns='urn:votum:award:1' blind='maybe'><name>N</name></award>",
    "<award xmlns='urn:votum:award:1'><name xml:lang='Norsk'>N</name></award>",
    "<award><name>N</name></award>",
  };
  xmlRelaxNGPtr schema = load_schema ();

  g_assert_true (is_valid_text (schema, "<shortlist xmlns='urn:votum:award:1'><entrant id='e'><name>E</name></entrant></shortlist>"));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (is_valid_text (schema, wrong[i]));
      g_assert_null (votum_award_xml_parse ("f", wrong[i], strlen (wrong[i]), VOTUM_AWARD_XML_NONE, NULL, NULL));
    }
  xmlRelaxNGFree (schema);
}

static void
check_folder (xmlRelaxNGPtr      schema,
              const char        *path,
              VotumAwardXmlFlags flags)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *content = NULL;
      g_autoptr(VotumDocument) document = NULL;
      g_autoptr(GError) error = NULL;

      if (!g_str_has_suffix (name, ".xml"))
        continue;
      g_test_message ("%s", file);
      g_assert_true (g_file_get_contents (file, &content, NULL, NULL));
      g_assert_true (is_valid_text (schema, content));
      document = votum_award_xml_read (file, flags, NULL, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
}

/* Everything that comes with the program is valid, and can be read; parts of an award as such. */
static void
test_our_documents (void)
{
  g_autofree char *fixtures = g_test_build_filename (G_TEST_DIST, "..", "fixtures", NULL);
  g_autofree char *templates = g_test_build_filename (G_TEST_DIST, "..", "..", "data", "templates", NULL);
  g_autofree char *demo = g_test_build_filename (G_TEST_DIST, "..", "..", "data", "demo", NULL);
  xmlRelaxNGPtr schema = load_schema ();

  check_folder (schema, fixtures, VOTUM_AWARD_XML_NONE);
  check_folder (schema, templates, VOTUM_AWARD_XML_NONE);
  check_folder (schema, demo, VOTUM_AWARD_XML_PART);
  xmlRelaxNGFree (schema);
}

/* The word for a part and the word for a field that is an element never meet in one thing. */
static void
test_no_word_twice (void)
{
  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    for (guint part = 0; part < VOTUM_N_KINDS; part++)
      {
        const VotumThingInfo *info = votum_thing_info (kind);
        int field = votum_thing_info_find (info, votum_thing_info (part)->name);

        if (kind == VOTUM_KIND_AWARD ? votum_vocabulary_stands_top (part, VOTUM_DOCUMENT_AWARD) : votum_vocabulary_nests (part, kind))
          g_assert_true (field < 0 || votum_vocabulary_field (info, field) != VOTUM_WRITTEN_ELEMENT);
        g_assert_cmpint (votum_thing_info_find (info, "id"), <, 0);
        g_assert_cmpuint (info->n_fields, <=, 64);
      }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/write/round-trip", test_round_trip);
  g_test_add_func ("/exchange/write/on-disk", test_on_disk);
  g_test_add_func ("/exchange/schema/knows-all", test_schema_knows_all);
  g_test_add_func ("/exchange/schema/is-strict", test_schema_is_strict);
  g_test_add_func ("/exchange/schema/our-documents", test_our_documents);
  g_test_add_func ("/exchange/schema/no-word-twice", test_no_word_twice);

  return g_test_run ();
}
