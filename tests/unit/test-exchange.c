#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "votum-award-xml.h"
#include "votum-error.h"
#include "votum-things.h"

/* Reading award XML: what is understood, and what is refused where and why. */

#define AWARD(inside) "<award xmlns='urn:votum:award:1'>\n<name>N</name>\n" inside "\n</award>"
#define SHORTLIST(inside) "<shortlist xmlns='urn:votum:award:1'>\n" inside "\n</shortlist>"
#define ENTRANT(inside) "<entrant id='e'><name>E</name>" inside "</entrant>"

static VotumDocument *
parse (const char *xml)
{
  g_autoptr(GError) error = NULL;
  VotumDocument *document = votum_award_xml_parse ("test.xml", xml, strlen (xml), VOTUM_AWARD_XML_NONE, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);

  return document;
}

static const char *
text_of (VotumDocument *document,
         VotumKind      kind,
         const char    *key,
         guint          field)
{
  VotumThing *thing = votum_document_find (document, kind, key);

  g_assert_nonnull (thing);

  return votum_thing_get_text (thing, field);
}

/* ---- what is understood --------------------------------------------------------------------------------------- */

static void
test_sample (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "fixtures", "sample-award.xml", NULL);
  g_autofree char *list = g_test_build_filename (G_TEST_DIST, "..", "fixtures", "sample-shortlist.xml", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumDocument) award = votum_award_xml_read (path, VOTUM_AWARD_XML_NONE, NULL, NULL, NULL, NULL, &error);
  g_autoptr(VotumDocument) shortlist = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (votum_document_get_kind (award), ==, VOTUM_DOCUMENT_AWARD);
  g_assert_cmpuint (votum_document_things (award, VOTUM_KIND_ENTRANT)->len, ==, 12);
  g_assert_cmpuint (votum_document_things (award, VOTUM_KIND_CRITERION)->len, ==, 11);
  g_assert_cmpstr (text_of (award, VOTUM_KIND_CRITERION, "a1", VOTUM_CRITERION_PARENT), ==, "A");
  g_assert_cmpstr (text_of (award, VOTUM_KIND_ATTACHMENT, "e1/attachment-2", VOTUM_ATTACHMENT_NAME), ==, "blåbær.pdf");
  g_assert_cmpstr (text_of (award, VOTUM_KIND_MEASURE, "e3/oks", VOTUM_MEASURE_VALUE), ==, "86.25");
  g_assert_cmpstr (text_of (award, VOTUM_KIND_ROUND_ENTRY, "r2/e4", VOTUM_ROUND_ENTRY_ENTRANT), ==, "e4");
  g_assert_cmpstr (text_of (award, VOTUM_KIND_SECTION, "e1/section-2", VOTUM_SECTION_TEXT), ==,
                   "Hver mandag sitter lederne selv i telefonen fra 9 til 12.\nDet de hører, tas opp samme dag.");

  shortlist = votum_award_xml_read (list, VOTUM_AWARD_XML_NONE, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (votum_document_get_kind (shortlist), ==, VOTUM_DOCUMENT_SHORTLIST);
  g_assert_cmpstr (votum_document_get_award (shortlist), ==, "aks-2026");
  g_assert_cmpuint (votum_document_things (shortlist, VOTUM_KIND_ENTRANT)->len, ==, 3);
}

static void
test_places (void)
{
  g_autoptr(VotumDocument) document = parse (AWARD ("<!-- æøå --> <juror\n id='j'><name>J</name></juror>"));
  VotumThing *juror = votum_document_find (document, VOTUM_KIND_JUROR, "J");

  g_assert_cmpuint (votum_thing_get_line (juror), ==, 3);
  g_assert_cmpuint (votum_thing_get_column (juror), ==, 14);
}

static void
test_languages (void)
{
  g_autoptr(VotumDocument) document =
    parse ("<award xmlns='urn:votum:award:1' xml:lang='nb'><name>Pris</name><name xml:lang='en'>Prize</name><name xml:lang=''>P</name>"
           "<entrant id='e'><name>E</name><section>Hei</section><section xml:lang='sv'>Hej</section></entrant></award>");
  VotumThing *award = votum_document_find (document, VOTUM_KIND_AWARD, "award");
  VotumTexts *name = votum_thing_get_texts (award, VOTUM_AWARD_NAME);

  g_assert_cmpstr (votum_texts_lookup (name, "nb"), ==, "Pris");
  g_assert_cmpstr (votum_texts_lookup (name, "en"), ==, "Prize");
  g_assert_cmpstr (votum_texts_lookup (name, ""), ==, "P");
  g_assert_cmpstr (text_of (document, VOTUM_KIND_SECTION, "e/section-1", VOTUM_SECTION_LANGUAGE), ==, "nb");
  g_assert_cmpstr (text_of (document, VOTUM_KIND_SECTION, "e/section-2", VOTUM_SECTION_LANGUAGE), ==, "sv");
}

static void
test_derived_ids (void)
{
  g_autoptr(VotumDocument) document =
    parse (AWARD ("<juror id='j'><name>J</name></juror>"
                  ENTRANT ("<attachment name='a.pdf'/><section id='mine'>x</section><section>y</section>")
                  "<scale id='s' min='1' max='6'><level value='5.0'/></scale>"
                  "<recusal juror='j' entrant='e'/><recusal juror='j' entrant='E'/><note entrant='e'>n</note>"
                  "<visit entrant='e' jurors=' j ; J '><note entrant='e'>m</note><question><text>q</text></question></visit>"));

  g_assert_nonnull (votum_document_find (document, VOTUM_KIND_SECTION, "mine"));
  g_assert_nonnull (votum_document_find (document, VOTUM_KIND_SECTION, "e/section-2"));
  g_assert_nonnull (votum_document_find (document, VOTUM_KIND_LEVEL, "s/5"));
  g_assert_nonnull (votum_document_find (document, VOTUM_KIND_RECUSAL, "recusal-2"));
  g_assert_nonnull (votum_document_find (document, VOTUM_KIND_NOTE, "note-1"));
  g_assert_nonnull (votum_document_find (document, VOTUM_KIND_NOTE, "visit-1/note-1"));
  g_assert_nonnull (votum_document_find (document, VOTUM_KIND_QUESTION, "VISIT-1/QUESTION-1"));
  g_assert_cmpstr (text_of (document, VOTUM_KIND_VISIT, "visit-1", VOTUM_VISIT_JURORS), ==, "j;J");
}

static void
test_long_ids (void)
{
  g_autofree char *id = g_strnfill (158, 'x');
  g_autofree char *xml = g_strdup_printf (SHORTLIST ("<entrant id='%s'><name>E</name><section>a</section><section>b</section></entrant>"), id);
  g_autoptr(VotumDocument) document = parse (xml);
  GPtrArray *sections = votum_document_things (document, VOTUM_KIND_SECTION);

  g_assert_cmpuint (sections->len, ==, 2);
  g_assert_cmpuint (strlen (votum_thing_get_key (sections->pdata[0])), <=, 160);
  g_assert_cmpstr (votum_thing_get_key (sections->pdata[0]), !=, votum_thing_get_key (sections->pdata[1]));
}

static void
test_group_without_kind (void)
{
  g_autoptr(VotumDocument) document =
    parse (AWARD ("<criterion id='a'><name>A</name><criterion id='b' weight=' 4e-1 '><name>B</name></criterion></criterion>"));

  g_assert_cmpstr (text_of (document, VOTUM_KIND_CRITERION, "a", VOTUM_CRITERION_KIND), ==, "group");
  g_assert_cmpstr (text_of (document, VOTUM_KIND_CRITERION, "b", VOTUM_CRITERION_WEIGHT), ==, "0.4");
}

static void
test_references_in_attributes (void)
{
  g_autoptr(VotumDocument) document =
    parse (SHORTLIST ("<entrant id='e' place='&amp;#38;&#38;amp; &lt;&gt;&quot;&apos; &#x26;&amp;' web='a\nb&#32;c'><name>a &amp;#38;</name></entrant>"));

  g_assert_cmpstr (text_of (document, VOTUM_KIND_ENTRANT, "e", VOTUM_ENTRANT_PLACE), ==, "&#38;&amp; <>\"' &&");
  g_assert_cmpstr (text_of (document, VOTUM_KIND_ENTRANT, "e", VOTUM_ENTRANT_WEB), ==, "a b c");
  g_assert_cmpstr (text_of (document, VOTUM_KIND_ENTRANT, "e", VOTUM_ENTRANT_NAME), ==, "a &#38;");
}

static void
test_prefix_and_cdata (void)
{
  g_autoptr(VotumDocument) document =
    parse ("<q:shortlist xmlns:q='urn:votum:award:1'><q:entrant id='e'><q:name>A <!-- x --><![CDATA[<b> & C]]> &#xC6;</q:name>"
           "<?pi?></q:entrant></q:shortlist>");

  g_assert_cmpstr (text_of (document, VOTUM_KIND_ENTRANT, "e", VOTUM_ENTRANT_NAME), ==, "A <b> & C Æ");
}

static void
test_marks_and_log (void)
{
  g_autoptr(VotumDocument) document =
    parse (AWARD (ENTRANT ("") "<juror id='j'><name>J</name></juror><round id='r' position='1'/><round id='s' position='2'/>"
                  "<criterion id='c'><name>C</name></criterion>"
                  "<mark round='r' entrant='E' juror='j' criterion='c' value='4.50' entered-by='Eva'> god </mark>"
                  "<mark round='s' entrant='e' juror='j' criterion='c' state='recused'/>"
                  "<log><entry no='1' time='2026-01-01T12:00:00Z' who=' a&#9;b' command='set-mark' digest='0' hash='1'>"
                  "<subject> s </subject><old/><new> x&#13;\n</new></entry></log>"));
  const VotumMarkRow *mark = votum_document_mark (document, 0);
  const VotumLogEntry *entry = votum_document_log (document)->pdata[0];

  g_assert_cmpuint (votum_document_n_marks (document), ==, 2);
  g_assert_cmpint (mark->value.digits, ==, 45);
  g_assert_cmpint (mark->value.scale, ==, 1);
  g_assert_cmpstr (mark->comment, ==, "god");
  g_assert_cmpstr (mark->entered_by, ==, "Eva");
  g_assert_cmpint (votum_document_mark (document, 1)->state, ==, VOTUM_ROW_RECUSED);
  g_assert_cmpstr (entry->who, ==, " a\tb");
  g_assert_cmpstr (entry->subject, ==, " s ");
  g_assert_cmpstr (entry->old_value, ==, "");
  g_assert_cmpstr (entry->new_value, ==, " x\r\n");
}

/* Into a case that has the rest: what is missing is the case's to judge, what is wrong is not. */
static void
test_part (void)
{
  static const char good[] = "<award xmlns='urn:votum:award:1'><round id='r' state='opened'/><decision outcome='winner' entrant='x'/></award>";
  static const char wrong[] = "<award xmlns='urn:votum:award:1'><round id='r' state='shut'/></award>";
  static const char some[] = "<award xmlns='urn:votum:award:1'><note id='n' use='quotable'>\n </note><citation id='c' form='name-last'/></award>";
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumDocument) document = votum_award_xml_parse ("f", good, strlen (good), VOTUM_AWARD_XML_PART, NULL, &error);
  VotumThing *thing;

  g_assert_no_error (error);
  g_assert_nonnull (votum_document_find (document, VOTUM_KIND_ROUND, "r"));
  /* it does not say which award it is for, and no id is made up that would say another */
  g_assert_cmpuint (votum_document_things (document, VOTUM_KIND_AWARD)->len, ==, 1);
  g_assert_null (votum_thing_get_key (g_ptr_array_index (votum_document_things (document, VOTUM_KIND_AWARD), 0)));
  g_assert_null (votum_award_xml_parse ("f", good, strlen (good), VOTUM_AWARD_XML_NONE, NULL, NULL));

  /* what the file does not speak of stays as it is in the case */
  votum_document_free (g_steal_pointer (&document));
  document = votum_award_xml_parse ("f", some, strlen (some), VOTUM_AWARD_XML_PART, NULL, &error);
  g_assert_no_error (error);
  thing = votum_document_find (document, VOTUM_KIND_NOTE, "n");
  for (guint i = 0; i < votum_thing_get_info (thing)->n_fields; i++)
    g_assert_true (votum_thing_is_touched (thing, i) == (i == VOTUM_NOTE_USE));
  thing = votum_document_find (document, VOTUM_KIND_CITATION, "c");
  for (guint i = 0; i < votum_thing_get_info (thing)->n_fields; i++)
    g_assert_true (votum_thing_is_touched (thing, i) == (i == VOTUM_CITATION_FORM));
  g_assert_null (votum_award_xml_parse ("f", wrong, strlen (wrong), VOTUM_AWARD_XML_PART, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
}

/* ---- what is refused ------------------------------------------------------------------------------------------ */

static const struct {
  const char *what;
  const char *xml;
  const char *place;     /* how the error begins */
  const char *fragment;  /* what is in it */
} refused[] = {
  { "empty", "", "test.xml: ", "is empty" },
  { "no-xml", "hello", "test.xml: ", "not an XML file" },
  { "table", "juror;mark\nJ;4\n", "test.xml: ", "import marks in CSV as marks" },
  { "packed", "PK\003\004abc", "test.xml: ", "looks like a spreadsheet" },
  { "database", "SQLite format 3", "test.xml: ", "not an XML file" },
  { "compressed", "\x1f\x8b\x08", "test.xml: ", "compressed" },
  { "doctype", "<!DOCTYPE award>\n" AWARD (""), "test.xml:1:", "DOCTYPE" },
  { "entity", AWARD (ENTRANT ("&eacute;")), "test.xml:3:", "&eacute;" },
  { "encoding-name", "<?xml version='1.0' encoding='../x'?>" AWARD (""), "test.xml: ", "“../x”" },
  { "encoding-word", "<?xml version='1.0' encoding='KOI8-R'?>" AWARD (""), "test.xml: ", "Save the file as UTF-8" },
  { "encoding-twice", "<?xml version='1.0' encoding='UTF-8' encoding='UTF-7'?>" AWARD (""), "test.xml: ", "declaration" },
  { "bom-and-latin", "\xef\xbb\xbf<?xml version='1.0' encoding='ISO-8859-1'?>" AWARD (""), "test.xml: ", "and it is not" },
  { "two-boms", "\xef\xbb\xbf\xef\xbb\xbf" AWARD (""), "test.xml: ", "not an XML file" },
  { "version", "<?xml version='1.1'?>" AWARD (""), "test.xml: ", "XML 1.0" },
  { "not-utf-8", AWARD ("<!-- \xe5 -->"), "test.xml:3:6: ", "0xE5" },
  { "cut-off", "<award xmlns='urn:votum:award:1'>\n<name", "test.xml:2:6: ", "cut off" },
  { "left-over", AWARD ("") "\n<x/>", "test.xml:5:", "left over" },
  { "wrong-end", "<award xmlns='urn:votum:award:1'>\n</awrad>", "test.xml:2:", "</award>" },
  { "attribute-twice", "<award\n year='1' year='2'/>", "test.xml:2:", "“year” is there twice" },
  { "no-quotes", "<award year=2026/>", "test.xml:1:13: ", "quotation marks" },
  { "control", AWARD ("<!-- \x01 -->"), "test.xml:3:", "XML does not have" },
  { "prefix", AWARD (" <z:entrant/>"), "test.xml:3:2: ", "“z:”" },
  { "root", "<rss/>", "test.xml:1:1: ", "begins with <rss>" },
  { "no-namespace", "<award/>", "test.xml:1:1: ", "urn:votum:award:1" },
  { "other-namespace", AWARD (" <entrant xmlns='urn:x' id='a'/>"), "test.xml:3:2: ", "namespace" },
  { "empty-award", "<award xmlns='urn:votum:award:1'/>", "test.xml:1:1: ", "“name” is missing in <award>" },
  { "empty-shortlist", SHORTLIST (""), "test.xml:1:1: ", "no entrants" },
  { "unknown-element", AWARD ("  <future/>"), "test.xml:3:3: ", "<future> is not known in <award>" },
  { "misplaced", AWARD ("<section>x</section>"), "test.xml:3:1: ", "<section> cannot stand in <award>" },
  { "not-in-shortlist", SHORTLIST ("<juror id='j'><name>J</name></juror>"), "test.xml:2:1: ", "<juror> cannot stand in <shortlist>" },
  { "unknown-attribute", SHORTLIST ("<entrant id='e'\n  winner='yes'><name>E</name></entrant>"), "test.xml:3:3: ", "no attribute “winner”" },
  { "foreign-attribute", SHORTLIST ("<entrant id='e' xml:base='x'><name>E</name></entrant>"), "test.xml:2:17: ", "“xml:base”" },
  { "parent-attribute", SHORTLIST (ENTRANT ("<section entrant='e'>x</section>")), "test.xml:2:40: ", "no attribute “entrant”" },
  { "element-as-attribute", SHORTLIST ("<entrant id='e' name='E'/>"), "test.xml:2:17: ", "Write <name> inside" },
  { "attribute-as-element", SHORTLIST (ENTRANT ("<place>x</place>")), "test.xml:2:31: ", "as an attribute" },
  { "text-between", SHORTLIST (ENTRANT ("\n oops ")), "test.xml:3:2: ", "text in <entrant>" },
  { "name-twice", SHORTLIST (ENTRANT ("<name>F</name>")), "test.xml:2:31: ", "<name> is there twice" },
  { "language-twice", AWARD ("<name>M</name>"), "test.xml:3:1: ", "same language" },
  { "language", AWARD ("<basis xml:lang='Norsk'>x</basis>"), "test.xml:3:8: ", "not a tag" },
  { "name-empty", SHORTLIST ("<entrant id='e'><name> \n </name></entrant>"), "test.xml:2:1: ", "“name” is missing in <entrant>" },
  { "name-empty-in-one", AWARD ("<name xml:lang='sv'/>"), "test.xml:1:1: ", "empty in one language" },
  { "no-id", SHORTLIST ("<entrant><name>E</name></entrant>"), "test.xml:2:1: ", "has no id" },
  { "id-empty", SHORTLIST ("<entrant id=' '><name>E</name></entrant>"), "test.xml:2:10: ", "id is empty" },
  { "id-semicolon", SHORTLIST ("<entrant id='a;b'><name>E</name></entrant>"), "test.xml:2:10: ", "U+003B" },
  { "id-twice", SHORTLIST (ENTRANT ("") "\n<entrant id='E '><name>F</name></entrant>"), "test.xml:3:1: ", "on line 2 already" },
  { "id-twice-composed", SHORTLIST ("<entrant id='å'><name>E</name></entrant>\n<entrant id='a\xcc\x8a'><name>F</name></entrant>"),
    "test.xml:3:1: ", "on line 2 already" },
  { "number", AWARD ("<criterion id='c' weight='0,4'><name>C</name></criterion>"), "test.xml:3:19: ", "“0,4” is not a number" },
  { "number-empty", AWARD ("<criterion id='c' weight=''><name>C</name></criterion>"), "test.xml:3:19: ", "is empty" },
  { "number-below", AWARD ("<criterion id='c' weight='-1'><name>C</name></criterion>"), "test.xml:3:19: ", "below zero" },
  { "choice", SHORTLIST ("<entrant id='e' status='won'><name>E</name></entrant>"), "test.xml:2:17: ", "“won” is not one of" },
  { "time", AWARD ("<round id='r' position='1' opened='tomorrow'/>"), "test.xml:3:28: ", "not a time" },
  { "weights", AWARD ("\n <criterion id='c' weight='0'><name>C</name></criterion>"), "test.xml:4:2: ", "all zero" },
  { "children-of-leaf", AWARD ("<criterion id='a' kind='measured'><name>A</name><criterion id='b'><name>B</name></criterion></criterion>"),
    "test.xml:3:1: ", "kind=\"group\"" },
  { "class-of-child", AWARD ("<class id='k'><name>K</name></class><criterion id='a'><name>A</name>\n<criterion id='b' class='k'><name>B</name></criterion></criterion>"),
    "test.xml:4:1: ", "another class" },
  { "dangling", AWARD (" <entrant id='e' class='x'><name>E</name></entrant>"), "test.xml:3:2: ", "no <class> with the id “x”" },
  { "dangling-list", AWARD (ENTRANT ("") "\n<visit entrant='e' jurors='a;b'/>"), "test.xml:4:1: ", "no <juror> with the id “a”" },
  { "dangling-tie-break", AWARD ("<rule id='r' tie-breaks='criteria X'/>"), "test.xml:3:1: ", "no <criterion> with the id “X”" },
  { "note-in-shortlist", SHORTLIST (ENTRANT ("\n<attachment name='a' note='n'/>")), "test.xml:3:1: ", "no <note> with the id “n”" },
  { "scale", AWARD ("<scale id='s' min='6' max='1'/>"), "test.xml:3:1: ", "lowest to its highest" },
  { "rule", AWARD ("<rule id='r' correction='clip'/>"), "test.xml:3:1: ", "margin" },
  { "mark-without", AWARD ("<mark round='r' entrant='e' juror='j' value='1'/>"), "test.xml:3:1: ", "no attribute “criterion”" },
  { "mark-both", AWARD ("<mark round='r' entrant='e' juror='j' criterion='c' value='1' state='recused'/>"), "test.xml:3:1: ", "either" },
  { "mark-state", AWARD ("<mark round='r' entrant='e' juror='j' criterion='c' state='zero'/>"), "test.xml:3:53: ", "not-observed" },
  { "mark-dangling", AWARD ("<mark round='r' entrant='e' juror='j' criterion='c' value='1'/>"), "test.xml:3:1: ", "no <round>" },
  { "mark-twice", AWARD (ENTRANT ("") "<juror id='j'><name>J</name></juror><round id='r' position='1'/><criterion id='c'><name>C</name></criterion>\n"
                         "<mark round='r' entrant='e' juror='j' criterion='c' value='1'/>\n <mark round='r' entrant='E' juror='J' criterion='c' value='2'/>"),
    "test.xml:5:2: ", "on line 4 already" },
  { "log-entry", AWARD ("<log><entry no='0'/></log>"), "test.xml:3:13: ", "whole number" },
  { "log-incomplete", AWARD ("<log><entry no='1'/></log>"), "test.xml:3:6: ", "needs no, time" },
  { "log-other", AWARD ("<log><event/></log>"), "test.xml:3:6: ", "<event>" },
  { "file-way", SHORTLIST (ENTRANT ("<attachment name='../x.pdf'/>")), "test.xml:2:31: ", "not a plain file name" },
  { "file-space", SHORTLIST (ENTRANT ("<attachment name='x.pdf '/>")), "test.xml:2:43: ", "space before or after" },
};

static void
test_refused (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VotumProblems) problems = votum_problems_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumDocument) document =
    votum_award_xml_parse ("test.xml", refused[i].xml, strlen (refused[i].xml), VOTUM_AWARD_XML_NONE, problems, &error);

  g_assert_null (document);
  g_assert_nonnull (error);
  g_assert_true (error->domain == VOTUM_ERROR);
  g_assert_cmpuint (votum_problems_count (problems), >, 0);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, refused[i].place));
  g_assert_nonnull (strstr (error->message, refused[i].fragment));
}

/* One trouble, one sentence. */
static void
test_no_echo (void)
{
  static const char *const files[] = {
    AWARD ("<indicator id='i'><name>I</name></indicator><entrant id='e'><name>E</name><measure indicator='i' value='850,5'/></entrant>"),
    AWARD ("<decision outcome='won' entrant='e'/>" ENTRANT ("")),
    AWARD ("<scale id='s' min='1' max='x'/>"),
    SHORTLIST ("<entrant id='e' name='E'/>"),
    SHORTLIST ("<entrant id='e'><name>\xef\xbf\xbe</name></entrant>"),
    AWARD ("<class id='k;'><name>K</name></class><entrant id='e' class='k'><name>E</name></entrant>"),
    AWARD ("<clas id='k'><name>K</name></clas><entrant id='e' class='k'><name>E</name></entrant>"),
    AWARD ("<juror><name>J</name></juror><round id='r' position='1'/><criterion id='c'><name>C</name></criterion>" ENTRANT ("")
           "<mark round='r' entrant='e' juror='j' criterion='c' value='1'/>"),
    SHORTLIST (ENTRANT ("<section>a</section><section>b</section>") ENTRANT ("<section>c</section><section>d</section>")),
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(VotumProblems) problems = votum_problems_new ();
      g_autofree char *all = NULL;

      g_assert_null (votum_award_xml_parse ("f", files[i], strlen (files[i]), VOTUM_AWARD_XML_NONE, problems, NULL));
      all = votum_problems_to_string (problems, "f");
      g_test_message ("%s", all);
      g_assert_cmpuint (votum_problems_count (problems), ==, 1);
    }
}

static void
test_all_problems (void)
{
  const char *xml = SHORTLIST ("<entrant id='e' status='x' place='\x7f'/>\n<entrant/>\n<entrant id='e'><name>F</name><x><y/></x></entrant>");
  g_autoptr(VotumProblems) problems = votum_problems_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *all = NULL;

  g_assert_null (votum_award_xml_parse ("f", xml, strlen (xml), VOTUM_AWARD_XML_NONE, problems, &error));
  all = votum_problems_to_string (problems, "f");
  g_test_message ("%s", all);
  /* status, place, name; id, name; id, x */
  g_assert_cmpuint (votum_problems_count (problems), ==, 7);
  g_assert_cmpuint (votum_problems_get (problems, 6)->line, ==, 4);
  g_assert_cmpuint (votum_problems_get (problems, 6)->column, ==, 31);
}

/* ---- from disk ------------------------------------------------------------------------------------------------ */

static char *
in_folder (const char *folder,
           const char *name,
           const char *content)
{
  char *path = g_build_filename (folder, name, NULL);

  if (content != NULL)
    g_assert_true (g_file_set_contents (path, content, -1, NULL));

  return path;
}

static void
assert_read (const char *path,
             const char *fragment)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumDocument) document = votum_award_xml_read (path, VOTUM_AWARD_XML_NONE, NULL, NULL, NULL, NULL, &error);

  if (fragment == NULL)
    {
      g_assert_no_error (error);
      return;
    }
  g_assert_null (document);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, fragment));
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("votum-test-XXXXXX", NULL);
  g_autofree char *good = in_folder (folder, "good.xml", SHORTLIST (ENTRANT ("<attachment name='blåbær.pdf'/>")));
  g_autofree char *decomposed = in_folder (folder, "bla\xcc\x8a" "bær.pdf", "x");
  g_autofree char *other = in_folder (folder, "other.xml", SHORTLIST (ENTRANT ("<attachment name='pipe'/>")));
  g_autofree char *sized = in_folder (folder, "sized.xml", SHORTLIST (ENTRANT ("<attachment name='Bilder' file='blåbær.pdf' size='2'/>")));
  g_autofree char *none = in_folder (folder, "none.xml", SHORTLIST (ENTRANT ("<attachment name='none.pdf'/>")));
  g_autofree char *link_path = in_folder (folder, "link.xml", NULL);
  g_autofree char *pipe_path = in_folder (folder, "pipe", NULL);
  g_autofree char *missing = in_folder (folder, "missing.xml", NULL);

  g_assert_cmpint (symlink ("good.xml", link_path), ==, 0);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  assert_read (good, NULL);
  assert_read (link_path, "is a link");
  assert_read (pipe_path, "not an ordinary file");
  assert_read (folder, "not an ordinary file");
  assert_read (missing, "There is no file");
  assert_read (other, "other.xml:2:31: “pipe” is not an ordinary file");
  assert_read (none, "none.xml:2:31: There is no file “none.pdf” beside");
  assert_read (sized, "has 1 bytes");

  for (const char *const *p = (const char *const[]) { good, decomposed, other, sized, none, link_path, pipe_path, NULL }; *p != NULL; p++)
    g_unlink (*p);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_attachment_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("votum-test-XXXXXX", NULL);
  g_autofree char *path = in_folder (folder, "a b.pdf", NULL);
  g_autofree char *link_path = in_folder (folder, "link.pdf", NULL);
  g_autoptr(GBytes) bytes = g_bytes_new_static ("a\0b", 3);
  g_autoptr(GBytes) again = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (votum_attachment_write (folder, "a b.pdf", bytes, &error));
  g_assert_no_error (error);
  again = votum_attachment_read (folder, "a b.pdf", 3, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, again));

  g_assert_null (votum_attachment_read (folder, "a b.pdf", 2, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LIMIT);
  g_clear_error (&error);
  g_assert_cmpint (symlink ("a b.pdf", link_path), ==, 0);
  g_assert_null (votum_attachment_read (folder, "link.pdf", 9, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (votum_attachment_read (folder, "../a b.pdf", 9, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (votum_attachment_write (folder, ".hidden", bytes, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
  g_clear_error (&error);

  /* a link in the way is replaced, not followed */
  g_assert_true (votum_attachment_write (folder, "link.pdf", bytes, &error));
  g_assert_false (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));

  g_unlink (path);
  g_unlink (link_path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  g_assert_cmpfloat (fraction, >=, 0.0);
  g_assert_cmpfloat (fraction, <=, 1.0);
  *(double *) user_data = fraction;
}

static void
test_cancel_and_progress (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "fixtures", "sample-shortlist.xml", NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(VotumProblems) problems = votum_problems_new ();
  g_autoptr(VotumDocument) document = NULL;
  g_autoptr(GError) error = NULL;
  double fraction = -1;

  document = votum_award_xml_read (path, VOTUM_AWARD_XML_NONE, problems, cancellable, progress_cb, &fraction, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (fraction, ==, 1.0);

  g_cancellable_cancel (cancellable);
  g_assert_null (votum_award_xml_read (path, VOTUM_AWARD_XML_NONE, problems, cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (votum_problems_count (problems), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/read/sample", test_sample);
  g_test_add_func ("/exchange/read/places", test_places);
  g_test_add_func ("/exchange/read/languages", test_languages);
  g_test_add_func ("/exchange/read/derived-ids", test_derived_ids);
  g_test_add_func ("/exchange/read/long-ids", test_long_ids);
  g_test_add_func ("/exchange/read/group-without-kind", test_group_without_kind);
  g_test_add_func ("/exchange/read/references-in-attributes", test_references_in_attributes);
  g_test_add_func ("/exchange/read/prefix-and-cdata", test_prefix_and_cdata);
  g_test_add_func ("/exchange/read/part", test_part);
  g_test_add_func ("/exchange/read/marks-and-log", test_marks_and_log);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/refused/%s", refused[i].what);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refused);
    }
  g_test_add_func ("/exchange/refused/no-echo", test_no_echo);
  g_test_add_func ("/exchange/refused/all-problems", test_all_problems);
  g_test_add_func ("/exchange/files/xml", test_files);
  g_test_add_func ("/exchange/files/attachments", test_attachment_files);
  g_test_add_func ("/exchange/files/cancel-and-progress", test_cancel_and_progress);

  return g_test_run ();
}
