#include "votum-config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "votum-case-citation-compare.h"
#include "votum-case-composer.h"
#include "votum-case-holder.h"
#include "votum-case-wordings.h"
#include "votum-cli-table.h"
#include "votum-cli.h"
#include "votum-error.h"

/* The jury's texts: which there are, what to look out for in them, and the versions that were kept. */

typedef struct {
  char    *lang;
  char    *about;
  char    *class_name;
  gboolean name_last;
  gboolean name_first;
  gboolean check;
  gboolean versions;
  int      compare;
  char    *keep;
  int      restore;
  char    *who;
  char    *format_name;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->lang);
  g_free (self->about);
  g_free (self->class_name);
  g_free (self->keep);
  g_free (self->who);
  g_free (self->format_name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
is_meant (const Options *options,
          VotumStanding *standing,
          VotumThing    *about,
          VotumThing    *citation)
{
  gboolean last = votum_thing_get_choice (citation, VOTUM_CITATION_FORM) == VOTUM_CITATION_FORM_NAME_LAST;
  gint64 class = votum_thing_get_ref (citation, VOTUM_CITATION_CLASS);

  return (options->lang == NULL || g_strcmp0 (votum_thing_get_text (citation, VOTUM_CITATION_LANGUAGE), options->lang) == 0) &&
         (about == NULL || votum_thing_get_ref (citation, VOTUM_CITATION_ENTRANT) == votum_thing_get_id (about)) &&
         (class == 0 || standing->class == NULL || class == votum_thing_get_id (standing->class)) &&
         (!options->name_last || last) && (!options->name_first || !last);
}

/* The texts that were asked for; of several numbers of one text the latest. */
static GPtrArray *
find_citations (VotumCase      *votum_case,
                VotumStanding  *standing,
                const Options  *options,
                GError        **error)
{
  GListModel *all = votum_case_get_things (votum_case, VOTUM_KIND_CITATION);
  g_autoptr(GPtrArray) found = g_ptr_array_new ();
  VotumThing *about = NULL;

  if (options->about != NULL && (about = votum_case_find_by_name (votum_case, VOTUM_KIND_ENTRANT, options->about, error)) == NULL)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(VotumThing) citation = g_list_model_get_item (all, i);
      VotumThing *entrant = votum_case_lookup (votum_case, votum_thing_get_ref (citation, VOTUM_CITATION_ENTRANT));
      VotumThing *latest = votum_case_find_citation (votum_case, standing->class, entrant, votum_thing_get_text (citation, VOTUM_CITATION_LANGUAGE),
                                                     votum_thing_get_choice (citation, VOTUM_CITATION_FORM));

      if (latest == citation && votum_case_may_see (votum_case, citation) && is_meant (options, standing, about, citation))
        g_ptr_array_add (found, citation);
    }

  return g_steal_pointer (&found);
}

static VotumThing *
find_one (GPtrArray  *citations,
          GError    **error)
{
  if (citations->len == 1)
    return g_ptr_array_index (citations, 0);
  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND,
               g_dngettext (GETTEXT_PACKAGE, "%u text is meant. Say which with --about, --lang and --name-first or --name-last.",
                            "%u texts are meant. Say which with --about, --lang and --name-first or --name-last.", citations->len),
               citations->len);

  return NULL;
}

static GPtrArray *
warnings_of (VotumCase     *votum_case,
             VotumStanding *standing,
             VotumThing    *citation)
{
  g_autoptr(GArray) passages = votum_case_get_passages (votum_case, citation);
  VotumComposed composed = {
    .standing = standing,
    .about = votum_case_lookup (votum_case, votum_thing_get_ref (citation, VOTUM_CITATION_ENTRANT)),
    .lang = votum_thing_get_text (citation, VOTUM_CITATION_LANGUAGE),
    .form = votum_thing_get_choice (citation, VOTUM_CITATION_FORM),
    .text = votum_thing_get_text (citation, VOTUM_CITATION_TEXT),
    .quote = votum_thing_get_text (citation, VOTUM_CITATION_QUOTE),
    .quote_source = votum_thing_get_text (citation, VOTUM_CITATION_QUOTE_SOURCE),
    .passages = passages,
  };

  return votum_case_check_citation (votum_case, &composed);
}

static void
add_names (VotumCliTable *table,
           VotumCase     *votum_case,
           VotumThing    *citation)
{
  VotumThing *entrant = votum_case_lookup (votum_case, votum_thing_get_ref (citation, VOTUM_CITATION_ENTRANT));

  votum_cli_table_cell (table, entrant != NULL ? votum_thing_get_text (entrant, VOTUM_ENTRANT_NAME) : NULL);
  votum_cli_table_cell (table, votum_thing_get_text (citation, VOTUM_CITATION_LANGUAGE));
  votum_cli_table_cell (table, votum_thing_get_text (citation, VOTUM_CITATION_FORM));
}

static void
name_columns (VotumCliTable *table)
{
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "about", _("About"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "language", _("Language"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "form", _("Form"));
}

static void
add_number (VotumCliTable *table,
            guint          number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  votum_cli_table_cell (table, text);
}

static int
list_texts (VotumCase      *votum_case,
            VotumStanding  *standing,
            GPtrArray      *citations,
            VotumCliFormat  format)
{
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();

  name_columns (table);
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "words", _("Words"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "passages", _("On evidence"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "warnings", _("Warnings"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "versions", _("Versions"));
  for (guint i = 0; i < citations->len; i++)
    {
      VotumThing *citation = g_ptr_array_index (citations, i);
      g_autoptr(GPtrArray) warnings = warnings_of (votum_case, standing, citation);
      g_autoptr(GPtrArray) wordings = votum_case_list_wordings (votum_case, citation);
      g_autoptr(GArray) passages = votum_case_get_passages (votum_case, citation);

      add_names (table, votum_case, citation);
      add_number (table, votum_citation_count_words (votum_thing_get_text (citation, VOTUM_CITATION_TEXT)));
      add_number (table, passages->len);
      add_number (table, warnings->len);
      add_number (table, wordings->len);
    }
  votum_cli_table_print (table, format, votum_cli_lang ());

  return VOTUM_CLI_DONE;
}

static int
list_warnings (VotumCase      *votum_case,
               VotumStanding  *standing,
               GPtrArray      *citations,
               VotumCliFormat  format)
{
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();
  gboolean grave = FALSE;

  name_columns (table);
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "weight", _("Weight"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "warning", _("Warning"));
  for (guint i = 0; i < citations->len; i++)
    {
      VotumThing *citation = g_ptr_array_index (citations, i);
      g_autoptr(GPtrArray) warnings = warnings_of (votum_case, standing, citation);

      for (guint k = 0; k < warnings->len; k++)
        {
          const VotumCitationWarning *warning = g_ptr_array_index (warnings, k);
          gboolean is_grave = votum_warning_is_grave (warning->kind);

          grave = grave || is_grave;
          add_names (table, votum_case, citation);
          votum_cli_table_cell (table, format != VOTUM_CLI_FORMAT_TABLE ? is_grave ? "grave" : "hint" : is_grave ? _("grave") : _("hint"));
          votum_cli_table_cell (table, warning->sentence);
        }
    }
  votum_cli_table_print (table, format, votum_cli_lang ());

  if (!grave)
    return VOTUM_CLI_DONE;
  votum_cli_warn ("%s", _("Something in these texts must not be read aloud as it is."));

  return VOTUM_CLI_REFUSED;
}

static int
list_versions (VotumCase      *votum_case,
               GPtrArray      *citations,
               VotumCliFormat  format)
{
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();

  name_columns (table);
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "number", _("No."));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "name", _("Name"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "author", _("Author"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "time", _("Time"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "words", _("Words"));
  for (guint i = 0; i < citations->len; i++)
    {
      g_autoptr(GPtrArray) wordings = votum_case_list_wordings (votum_case, g_ptr_array_index (citations, i));

      for (guint k = 0; k < wordings->len; k++)
        {
          VotumThing *wording = g_ptr_array_index (wordings, k);

          add_names (table, votum_case, g_ptr_array_index (citations, i));
          add_number (table, (guint) votum_thing_get_number (wording, VOTUM_WORDING_NUMBER));
          votum_cli_table_cell (table, votum_thing_get_text (wording, VOTUM_WORDING_NAME));
          votum_cli_table_cell (table, votum_thing_get_text (wording, VOTUM_WORDING_AUTHOR));
          votum_cli_table_cell (table, votum_thing_get_text (wording, VOTUM_WORDING_TIME));
          add_number (table, votum_citation_count_words (votum_thing_get_text (wording, VOTUM_WORDING_TEXT)));
        }
    }
  votum_cli_table_print (table, format, votum_cli_lang ());

  return VOTUM_CLI_DONE;
}

static VotumThing *
find_version (VotumCase   *votum_case,
              VotumThing  *citation,
              int          number,
              GError     **error)
{
  g_autoptr(GPtrArray) wordings = votum_case_list_wordings (votum_case, citation);

  for (guint i = 0; i < wordings->len; i++)
    if (votum_thing_get_number (g_ptr_array_index (wordings, i), VOTUM_WORDING_NUMBER) == number)
      return g_ptr_array_index (wordings, i);
  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND, _("There is no version %d of this text. See --versions."), number);

  return NULL;
}

/* [-what was removed-] and {+what was added+}, as other programs mark it. */
static void
print_difference (VotumThing *wording,
                  VotumThing *citation)
{
  g_autoptr(GPtrArray) runs = votum_citation_compare (votum_thing_get_text (wording, VOTUM_WORDING_TEXT),
                                                      votum_thing_get_text (citation, VOTUM_CITATION_TEXT));

  for (guint i = 0; i < runs->len; i++)
    {
      const VotumWordsRun *run = g_ptr_array_index (runs, i);
      g_autofree char *words = g_strchomp (g_strdup (run->text));
      const char *space = run->text + strlen (words);

      printf (run->change == VOTUM_WORDS_ADDED ? "{+%s+}%s" : run->change == VOTUM_WORDS_REMOVED ? "[-%s-]%s" : "%s%s", words, space);
    }
  printf ("\n");
}

static int
act_on_one (VotumCase     *votum_case,
            GPtrArray     *citations,
            const Options *options)
{
  GError *error = NULL;
  VotumThing *citation = find_one (citations, &error);
  VotumThing *wording = NULL;
  int number = options->restore > 0 ? options->restore : options->compare;

  if (citation == NULL || (options->keep == NULL && (wording = find_version (votum_case, citation, number, &error)) == NULL))
    return votum_cli_refuse (error);
  if (options->keep != NULL ? !votum_case_keep_wording (votum_case, citation, options->keep, &error)
                            : options->restore > 0 && !votum_case_restore_wording (votum_case, wording, &error))
    return votum_cli_refuse (error);
  if (options->keep == NULL && options->restore <= 0)
    print_difference (wording, citation);

  return VOTUM_CLI_DONE;
}

static int
run_citation (int    argc,
              char **argv)
{
  g_auto(Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "about", 0, 0, G_OPTION_ARG_STRING, &options.about, N_("About this finalist, by id or name"), N_("ENTRANT") },
    { "lang", 'l', 0, G_OPTION_ARG_STRING, &options.lang, N_("In this language: nb, nn, sv, da or en"), N_("LANG") },
    { "class", 'c', 0, G_OPTION_ARG_STRING, &options.class_name, N_("Of this class"), N_("ID") },
    { "name-last", 0, 0, G_OPTION_ARG_NONE, &options.name_last, N_("The form for the stage, with the name last"), NULL },
    { "name-first", 0, 0, G_OPTION_ARG_NONE, &options.name_first, N_("The form for print, with the name first"), NULL },
    { "check", 0, 0, G_OPTION_ARG_NONE, &options.check, N_("What to look out for in the texts"), NULL },
    { "versions", 0, 0, G_OPTION_ARG_NONE, &options.versions, N_("The versions that were kept"), NULL },
    { "keep", 0, 0, G_OPTION_ARG_STRING, &options.keep, N_("Keep the text as it reads now"), N_("NAME") },
    { "compare", 0, 0, G_OPTION_ARG_INT, &options.compare, N_("What has changed since this version"), N_("N") },
    { "restore", 0, 0, G_OPTION_ARG_INT, &options.restore, N_("Let the text read as in this version"), N_("N") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &options.who, N_("Who does this, for the log"), N_("NAME") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format_name, N_("table, csv or json"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(VotumStanding) standing = NULL;
  g_autoptr(GPtrArray) citations = NULL;
  VotumCliFormat format;
  VotumCase *votum_case;
  GError *error = NULL;

  if (!votum_cli_parse (&votum_cli_citation_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  if (!votum_cli_format_parse (options.format_name, &format))
    return votum_cli_wrong (_("“%s” is not a format. Choose table, csv or json."), options.format_name);

  votum_case = votum_cli_open (argv[1], options.who, options.keep == NULL && options.restore <= 0, &error);
  if (votum_case == NULL)
    return votum_cli_refuse (error);
  standing = votum_cli_standing (votum_case, options.class_name, &error);
  if (standing == NULL || (citations = find_citations (votum_case, standing, &options, &error)) == NULL)
    return votum_cli_refuse (error);

  if (options.keep != NULL || options.restore > 0 || options.compare > 0)
    return act_on_one (votum_case, citations, &options);
  if (options.check)
    return list_warnings (votum_case, standing, citations, format);

  return options.versions ? list_versions (votum_case, citations, format) : list_texts (votum_case, standing, citations, format);
}

const VotumCliCommand votum_cli_citation_command = {
  "citation", N_("CASE"), N_("List the jury's texts, check them, keep and compare versions"), run_citation
};
