#include "votum-config.h"

#include "votum-documents-list.h"

#include <glib/gi18n.h>

#include "votum-documents-missing.h"
#include "votum-split.h"

struct _VotumDocumentsList {
  AdwBin     parent_instance;

  GtkWidget *box;
  GtkWidget *rows[VOTUM_DOCUMENTS_N_KINDS];
  GtkLabel  *whom[VOTUM_DOCUMENTS_N_KINDS];
  GtkWidget *missing_boxes[VOTUM_DOCUMENTS_N_KINDS];
  GtkLabel  *missing[VOTUM_DOCUMENTS_N_KINDS];
  gboolean   taken;      /* a document, by somebody */
};

G_DEFINE_FINAL_TYPE (VotumDocumentsList, votum_documents_list, ADW_TYPE_BIN)

static guint chosen_signal;

static const struct {
  const char *name, *whom;
} kinds[VOTUM_DOCUMENTS_N_KINDS] = {
  [VOTUM_DOCUMENTS_CITATION] = { N_("Citation"), N_("For the winner, the stage and the press") },
  [VOTUM_DOCUMENTS_PROTOCOL] = { N_("Protocol"), N_("For the jury to sign, and the archive") },
  [VOTUM_DOCUMENTS_FEEDBACK] = { N_("Feedback reports"), N_("For each finalist alone") },
  [VOTUM_DOCUMENTS_RESULT_LIST] = { N_("Result list"), N_("For the press and the public") },
  [VOTUM_DOCUMENTS_DIPLOMA] = { N_("Diplomas"), N_("For the winners and the finalists") },
  [VOTUM_DOCUMENTS_SLIDES] = { N_("Slides for the ceremony"), N_("For the screen in the hall") },
};

static GtkLabel *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return GTK_LABEL (label);
}

/* Title, for whom, and what is missing with a sign beside it: never told by colour alone. */
static GtkWidget *
new_row (VotumDocumentsList *self,
         VotumDocumentKind   kind)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *missing = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sign = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  self->whom[kind] = new_label (_(kinds[kind].whom), "caption");
  self->missing[kind] = new_label (NULL, "caption");
  self->missing_boxes[kind] = missing;
  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (missing), sign);
  gtk_box_append (GTK_BOX (missing), GTK_WIDGET (self->missing[kind]));
  gtk_widget_set_visible (missing, FALSE);
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (new_label (_(kinds[kind].name), "heading")));
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->whom[kind]));
  gtk_box_append (GTK_BOX (lines), missing);
  gtk_widget_set_margin_top (lines, 6);
  gtk_widget_set_margin_bottom (lines, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), lines);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(kinds[kind].name),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _(kinds[kind].whom), -1);

  return row;
}

static void
selected_cb (VotumDocumentsList *self)
{
  g_signal_emit (self, chosen_signal, 0);
}

static VotumSplit *
split_of (VotumDocumentsList *self)
{
  return VOTUM_SPLIT (gtk_widget_get_ancestor (GTK_WIDGET (self), VOTUM_TYPE_SPLIT));
}

/* Where there is no room beside the document, the list lies over it until one is taken. */
static void
activated_cb (VotumDocumentsList *self)
{
  VotumSplit *split = split_of (self);

  self->taken = TRUE;
  if (split != NULL && votum_split_get_collapsed (split))
    votum_split_set_show_sidebar (split, FALSE);
}

static void
collapsed_cb (VotumDocumentsList *self)
{
  VotumSplit *split = split_of (self);

  if (!self->taken && split != NULL && votum_split_get_collapsed (split))
    votum_split_set_show_sidebar (split, TRUE);
}

static void
votum_documents_list_realize (GtkWidget *widget)
{
  VotumDocumentsList *self = VOTUM_DOCUMENTS_LIST (widget);

  GTK_WIDGET_CLASS (votum_documents_list_parent_class)->realize (widget);
  if (split_of (self) != NULL)
    g_signal_connect_object (split_of (self), "notify::collapsed", G_CALLBACK (collapsed_cb), self, G_CONNECT_SWAPPED);
}

/* Where one is chosen, the keyboard goes on. */
static gboolean
votum_documents_list_grab_focus (GtkWidget *widget)
{
  VotumDocumentsList *self = VOTUM_DOCUMENTS_LIST (widget);

  return gtk_widget_grab_focus (self->rows[votum_documents_list_get_kind (self)]);
}

static void
votum_documents_list_class_init (VotumDocumentsListClass *klass)
{
  GTK_WIDGET_CLASS (klass)->realize = votum_documents_list_realize;
  GTK_WIDGET_CLASS (klass)->grab_focus = votum_documents_list_grab_focus;
  chosen_signal = g_signal_new ("chosen", VOTUM_TYPE_DOCUMENTS_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
votum_documents_list_init (VotumDocumentsList *self)
{
  self->box = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->box), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (self->box, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Documents"), -1);
  for (guint kind = 0; kind < VOTUM_DOCUMENTS_N_KINDS; kind++)
    {
      self->rows[kind] = new_row (self, kind);
      gtk_list_box_append (GTK_LIST_BOX (self->box), self->rows[kind]);
    }
  adw_bin_set_child (ADW_BIN (self), self->box);
  gtk_list_box_select_row (GTK_LIST_BOX (self->box), GTK_LIST_BOX_ROW (self->rows[0]));
  g_signal_connect_object (self->box, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->box, "row-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

/**
 * votum_documents_list_get_kind:
 * @self: a list
 *
 * Returns: which document is chosen
 */
VotumDocumentKind
votum_documents_list_get_kind (VotumDocumentsList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->box));

  return row != NULL ? (VotumDocumentKind) gtk_list_box_row_get_index (row) : VOTUM_DOCUMENTS_CITATION;
}

/**
 * votum_documents_list_show:
 * @self: a list
 * @wish: (nullable): of which case, and in which language; %NULL where there is no result
 *
 * Says what each document is waiting for.
 */
void
votum_documents_list_show (VotumDocumentsList      *self,
                           const VotumDocumentWish *wish)
{
  for (guint kind = 0; kind < VOTUM_DOCUMENTS_N_KINDS; kind++)
    {
      VotumDocumentWish one = wish != NULL ? *wish : (VotumDocumentWish) { .kind = kind };
      g_autofree char *missing = NULL;
      g_autofree char *said = NULL;

      one.kind = kind;
      missing = wish != NULL ? votum_documents_missing (&one) : NULL;
      said = missing != NULL ? g_strdup_printf ("%s. %s", _(kinds[kind].whom), missing) : g_strdup (_(kinds[kind].whom));
      gtk_label_set_text (self->missing[kind], missing != NULL ? missing : "");
      gtk_widget_set_visible (self->missing_boxes[kind], missing != NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows[kind]), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said, -1);
    }
}
