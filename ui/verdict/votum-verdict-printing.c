#include "votum-config.h"

#include "votum-verdict-printing.h"

#include <glib/gi18n.h>

#include "votum-dialogs.h"

/* A document on its way out of the window: to a printer, or to a file. */

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              VotumPaper        *paper)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width;
  double height;
  double scale;

  /* the sheet in the printer may be another than the one the document is set for: it is fitted, never cut */
  votum_paper_page_size (paper, page, &width, &height);
  scale = MIN (gtk_print_context_get_width (context) / width, gtk_print_context_get_height (context) / height);
  cairo_scale (cr, scale, scale);
  votum_paper_draw_page (paper, cr, page);
}

/**
 * votum_verdict_print:
 * @paper: what to print
 * @desk: the desk, which is told of problems
 * @parent: a widget of the window
 */
void
votum_verdict_print (VotumPaper *paper,
                     VotumDesk  *desk,
                     GtkWidget  *parent)
{
  g_autoptr(GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr(GtkPaperSize) a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  GtkRoot *root = gtk_widget_get_root (parent);
  g_autoptr(GError) error = NULL;

  gtk_page_setup_set_paper_size (setup, a4);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, (int) votum_paper_n_pages (paper));
  gtk_print_operation_set_job_name (operation, votum_paper_title (paper));
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), votum_paper_ref (paper),
                         (GClosureNotify) (void (*) (void)) votum_paper_unref, 0);

  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &error) ==
      GTK_PRINT_OPERATION_RESULT_ERROR)
    votum_desk_report (desk, g_steal_pointer (&error));
}

typedef struct {
  VotumPaper *paper;
  VotumDesk *desk;
} Export;

static void
file_chosen_cb (GFile   *file,
                gpointer data)
{
  Export *export = data;
  GError *error = NULL;

  if (file != NULL)
    {
      g_autofree char *name = g_file_get_basename (file);

      votum_paper_write_pdf (export->paper, g_file_peek_path (file), NULL, &error);
      if (votum_desk_report (export->desk, error))
        votum_desk_toast (export->desk, FALSE, _("“%s” is written."), name);
    }
  votum_paper_unref (export->paper);
  g_object_unref (export->desk);
  g_free (export);
}

/**
 * votum_verdict_export:
 * @paper: what to write
 * @desk: the desk, which is told how it went
 * @parent: a widget of the window
 */
void
votum_verdict_export (VotumPaper *paper,
                      VotumDesk  *desk,
                      GtkWidget  *parent)
{
  static const char *const patterns[] = { "*.pdf", NULL };
  g_autofree char *name = g_strconcat (votum_paper_title (paper), ".pdf", NULL);
  const VotumFileChoice choice = {
    .title = _("Export the Verdict"), .accept = _("_Export"), .save = TRUE, .suggested = g_strdelimit (name, "/", '-'),
    .filter_name = _("PDF documents"), .patterns = patterns,
  };
  Export *export = g_new0 (Export, 1);

  export->paper = votum_paper_ref (paper);
  export->desk = g_object_ref (desk);
  votum_dialogs_choose_file (parent, &choice, file_chosen_cb, export);
}
