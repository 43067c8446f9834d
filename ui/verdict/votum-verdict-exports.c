#include "votum-config.h"

#include "votum-verdict-exports.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-everything.h"
#include "votum-case-grids.h"
#include "votum-case-office.h"
#include "votum-dialogs.h"

/* The other ways out of the Verdict page: for an office suite, as tables, and everything at once. */

/* ---- a file ---- */

typedef struct {
  VotumPaper *paper;     /* nullable: the tables are wanted */
  VotumDesk *desk;
  char *lang;
  gint64 class_id;       /* of what is shown; 0: none */
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_pointer (&saving->paper, votum_paper_unref);
  g_object_unref (saving->desk);
  g_free (saving->lang);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
add_grids (Saving        *saving,
           VotumStanding *standing,
           gboolean       first,
           gboolean       results_only,
           GPtrArray     *grids)
{
  const VotumGridRequest request = { votum_desk_get_case (saving->desk), standing, saving->lang, FALSE };
  const char *const *names = votum_case_grid_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr(VotumGrid) grid = NULL;

      if ((results_only && strcmp (names[i], "results") != 0) || (!first && votum_case_grid_is_of_award (names[i])))
        continue;
      grid = votum_case_grid (names[i], &request);
      if (grid != NULL && (results_only || votum_grid_n_rows (grid) > 0))
        g_ptr_array_add (grids, g_steal_pointer (&grid));
    }
}

/* All tables of all classes; into CSV, which holds one, the results of the class that is shown. */
static gboolean
write_tables (Saving      *saving,
              const char  *path,
              GError     **error)
{
  VotumCase *votum_case = votum_desk_get_case (saving->desk);
  g_autoptr(GPtrArray) classes = votum_case_classes (votum_case);
  g_autoptr(GPtrArray) grids = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_grid_free);
  g_autofree char *folded = g_ascii_strdown (path, -1);
  gboolean csv = g_str_has_suffix (folded, ".csv");

  for (guint i = 0; i < MAX (classes->len, 1); i++)
    {
      VotumThing *class_thing = classes->len > 0 ? g_ptr_array_index (classes, i) : NULL;
      g_autoptr(VotumStanding) standing = NULL;

      if (csv && class_thing != NULL && votum_thing_get_id (class_thing) != saving->class_id)
        continue;
      standing = votum_case_compute (votum_case, class_thing, NULL, error);
      if (standing == NULL)
        return FALSE;
      add_grids (saving, standing, i == 0, csv, grids);
    }

  return votum_case_write_grids (votum_case, grids, saving->lang, path, error);
}

static void
file_chosen_cb (GFile   *file,
                gpointer data)
{
  g_autoptr(Saving) saving = data;
  g_autofree char *name = NULL;
  GError *error = NULL;

  if (file == NULL)
    return;
  name = g_file_get_basename (file);
  if (saving->paper != NULL)
    votum_case_write_document (saving->paper, g_file_peek_path (file), NULL, &error);
  else
    write_tables (saving, g_file_peek_path (file), &error);
  if (votum_desk_report (saving->desk, error))
    votum_desk_toast (saving->desk, FALSE, _("“%s” is written."), name);
}

static void
save_file (VotumPaper    *paper,
           const char    *suggested,
           VotumStanding *standing,
           const char    *lang,
           VotumDesk     *desk,
           GtkWidget     *parent)
{
  static const char *const text_patterns[] = { "*.odt", NULL };
  static const char *const table_patterns[] = { "*.ods", "*.csv", NULL };
  g_autofree char *name = g_strdelimit (g_strdup (suggested), "/", '-');
  const VotumFileChoice choice = {
    .title = paper != NULL ? _("Save as OpenDocument") : _("Save All Tables"), .accept = _("_Save"), .save = TRUE, .suggested = name,
    .filter_name = paper != NULL ? _("OpenDocument texts") : _("Spreadsheets"), .patterns = paper != NULL ? text_patterns : table_patterns,
  };
  Saving *saving = g_new0 (Saving, 1);

  saving->paper = paper != NULL ? votum_paper_ref (paper) : NULL;
  saving->desk = g_object_ref (desk);
  saving->lang = g_strdup (lang);
  saving->class_id = standing->class != NULL ? votum_thing_get_id (standing->class) : 0;
  votum_dialogs_choose_file (parent, &choice, file_chosen_cb, saving);
}

/* ---- everything ---- */

typedef struct {
  VotumDesk *desk;
  GtkWidget *parent;       /* weak */
  GtkWindow *wait;         /* weak */
  GCancellable *cancellable;
  char *folder;
  char *lang;
} Everything;

static void
everything_free (Everything *everything)
{
  g_clear_weak_pointer (&everything->parent);
  g_clear_weak_pointer (&everything->wait);
  g_object_unref (everything->desk);
  g_object_unref (everything->cancellable);
  g_free (everything->folder);
  g_free (everything->lang);
  g_free (everything);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Everything, everything_free)

static void
shown_cb (GObject      *source_object,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(VotumDesk) desk = data;
  GError *error = NULL;

  g_app_info_launch_default_for_uri_finish (result, &error);
  votum_desk_report (desk, error);
}

static void
answer_cb (const char *answer,
           const char *text,
           gpointer    data)
{
  g_autoptr(Everything) everything = data;
  g_autofree char *uri = NULL;

  if (strcmp (answer, "show") != 0)
    return;
  uri = g_filename_to_uri (everything->folder, NULL, NULL);
  g_app_info_launch_default_for_uri_async (uri, NULL, NULL, shown_cb, g_object_ref (everything->desk));
}

static void
progress_cb (double   fraction,
             gpointer data)
{
  Everything *everything = data;

  if (everything->wait != NULL)
    votum_dialogs_wait_fraction (everything->wait, fraction);
}

static void
exported_cb (GObject      *source_object,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(Everything) everything = data;
  const char *const buttons[] = { "cancel", _("_Close"), "show", _("_Show in Folder"), NULL };
  g_autofree char *shown = g_filename_display_name (everything->folder);
  g_autofree char *body = NULL;
  GtkWidget *parent = everything->parent;
  GError *error = NULL;

  votum_case_export_everything_finish (VOTUM_CASE (source_object), result, &error);
  if (everything->wait != NULL)
    gtk_window_destroy (everything->wait);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_error_free (error);
      votum_desk_toast (everything->desk, FALSE, _("Nothing was exported."));
      return;
    }
  if (!votum_desk_report (everything->desk, error) || parent == NULL)
    return;

  body = g_strdup_printf (_("It is in “%s”, with a page that lists it all. What lies in the folder “confidential” stays with the jury."), shown);
  votum_dialogs_ask (parent, _("Everything Is Exported"), body, buttons, FALSE, answer_cb, g_steal_pointer (&everything));
}

/* A new folder in the chosen one, so that nothing of somebody's is in the way. */
static char *
new_folder (VotumDesk  *desk,
            const char *parent)
{
  VotumThing *award = votum_case_get_award (votum_desk_get_case (desk));
  const char *award_name = award != NULL ? votum_desk_name (desk, award) : _("Award");
  g_autofree char *name = g_strdelimit (g_strdup_printf (_("%s, everything"), award_name), "/", '-');
  char *path = g_build_filename (parent, name, NULL);

  for (guint n = 2; g_file_test (path, G_FILE_TEST_EXISTS); n++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s (%u)", name, n);

      g_free (path);
      path = g_build_filename (parent, numbered, NULL);
    }

  return path;
}

static void
folder_chosen_cb (GFile   *file,
                  gpointer data)
{
  g_autoptr(Everything) everything = data;
  VotumCase *votum_case = votum_desk_get_case (everything->desk);
  g_auto(GStrv) langs = NULL;
  VotumWork work = { .cancellable = everything->cancellable, .progress = progress_cb, .progress_data = everything };

  if (file == NULL || everything->parent == NULL)
    return;
  everything->folder = new_folder (everything->desk, g_file_peek_path (file));
  langs = votum_case_document_langs (votum_case, everything->lang);
  g_set_weak_pointer (&everything->wait, votum_dialogs_wait (everything->parent, _("Exporting Everything"), everything->cancellable));
  votum_case_export_everything_async (votum_case, everything->folder, (const char *const *) langs, &work, exported_cb, everything);
  g_steal_pointer (&everything);
}

static void
export_everything (const char *lang,
                   VotumDesk  *desk,
                   GtkWidget  *parent)
{
  Everything *everything = g_new0 (Everything, 1);

  everything->desk = g_object_ref (desk);
  everything->cancellable = g_cancellable_new ();
  everything->lang = g_strdup (lang);
  g_set_weak_pointer (&everything->parent, parent);
  votum_dialogs_choose_folder (parent, _("Export Everything into a New Folder in"), _("_Export"), folder_chosen_cb, everything);
}

/* ---- the menu ---- */

typedef struct {
  VotumVerdictExportFunc func;
  gpointer data;
} Choosing;

static void
chosen_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  Choosing *choosing = data;

  choosing->func (g_action_get_name (G_ACTION (action)), choosing->data);
}

/**
 * votum_verdict_exports_attach:
 * @button: the button whose menu offers them
 * @func: is told what was chosen
 * @data: for @func; outlives @button
 */
void
votum_verdict_exports_attach (GtkWidget              *button,
                              VotumVerdictExportFunc  func,
                              gpointer                data)
{
  static const char *const names[] = { "text", "tables", "everything" };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GSimpleAction) action = g_simple_action_new (names[i], NULL);
      Choosing *choosing = g_new0 (Choosing, 1);

      choosing->func = func;
      choosing->data = data;
      g_signal_connect_data (action, "activate", G_CALLBACK (chosen_cb), choosing, (GClosureNotify) (void (*) (void)) g_free, 0);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (button, "export", G_ACTION_GROUP (group));
}

/**
 * votum_verdict_export_other:
 * @what: as it was chosen
 * @paper: what the page shows
 * @standing: the result that it is about
 * @lang: its language
 * @desk: the desk, which is told how it went
 * @parent: a widget of the window
 */
void
votum_verdict_export_other (const char    *what,
                            VotumPaper    *paper,
                            VotumStanding *standing,
                            const char    *lang,
                            VotumDesk     *desk,
                            GtkWidget     *parent)
{
  VotumThing *award = votum_case_get_award (votum_desk_get_case (desk));
  g_autofree char *text = g_strconcat (votum_paper_title (paper), ".odt", NULL);
  g_autofree char *tables = g_strconcat (award != NULL ? votum_desk_name (desk, award) : _("Award"), ".ods", NULL);

  if (strcmp (what, "text") == 0)
    save_file (paper, text, standing, lang, desk, parent);
  else if (strcmp (what, "tables") == 0)
    save_file (NULL, tables, standing, lang, desk, parent);
  else
    export_everything (lang, desk, parent);
}
