#include "votum-config.h"

#include "votum-attendance-row.h"

#include <glib/gi18n.h>

#include "votum-things.h"

struct _VotumAttendanceRow {
  GtkListBoxRow parent_instance;

  GtkLabel     *name;
  GtkLabel     *where_label;
  GtkWidget    *first;   /* what is done most in that place */
  GtkWidget    *second;

  VotumThing   *juror;
  VotumWhere    where;
  gboolean      may;
};

enum {
  DOES,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumAttendanceRow, votum_attendance_row, GTK_TYPE_LIST_BOX_ROW)

/* What can be done where somebody is, most likely first. */
static const char *const deeds[][2] = {
  [VOTUM_WHERE_AWAY] = { "present", NULL },
  [VOTUM_WHERE_PRESENT] = { "left", "out-of-the-room" },
  [VOTUM_WHERE_OUT] = { "returned", "left" },
};

static const char *
deed_label (const char *deed)
{
  if (g_strcmp0 (deed, "present") == 0)
    /* TRANSLATORS: a button: somebody has come to the meeting */
    return _("Present");
  if (g_strcmp0 (deed, "left") == 0)
    /* TRANSLATORS: a button: somebody has left the meeting */
    return _("Left");
  if (g_strcmp0 (deed, "returned") == 0)
    /* TRANSLATORS: a button: somebody is back in the room */
    return _("Returned");

  /* TRANSLATORS: a button: somebody goes out of the room while a finalist is talked about */
  return _("Goes Out");
}

static void
do_deed (VotumAttendanceRow *self,
         const char         *deed)
{
  for (guint i = 0; i < G_N_ELEMENTS (deeds[0]); i++)
    if (self->may && g_strcmp0 (deeds[self->where][i], deed) == 0)
      {
        g_signal_emit (self, signals[DOES], 0, deed);
        return;
      }
}

static void
first_cb (VotumAttendanceRow *self)
{
  do_deed (self, deeds[self->where][0]);
}

static void
second_cb (VotumAttendanceRow *self)
{
  do_deed (self, deeds[self->where][1]);
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   data)
{
  const char *deed = g_variant_get_string (args, NULL);
  VotumAttendanceRow *self = VOTUM_ATTENDANCE_ROW (widget);

  /* who has left and comes back may be told either way */
  do_deed (self, self->where == VOTUM_WHERE_AWAY && g_str_equal (deed, "returned") ? "present" : deed);

  return TRUE;
}

static void
votum_attendance_row_dispose (GObject *object)
{
  g_clear_object (&VOTUM_ATTENDANCE_ROW (object)->juror);

  G_OBJECT_CLASS (votum_attendance_row_parent_class)->dispose (object);
}

static void
votum_attendance_row_class_init (VotumAttendanceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_attendance_row_dispose;
  signals[DOES] = g_signal_new ("does", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_p, 0, key_cb, "s", "present");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_l, 0, key_cb, "s", "left");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_o, 0, key_cb, "s", "out-of-the-room");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_r, 0, key_cb, "s", "returned");
}

static GtkWidget *
add_button (VotumAttendanceRow *self,
            GtkWidget          *box,
            GCallback           callback)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

static void
votum_attendance_row_init (VotumAttendanceRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->name = GTK_LABEL (gtk_label_new (NULL));
  self->where_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->name, 0);
  gtk_label_set_wrap (self->name, TRUE);
  gtk_label_set_wrap_mode (self->name, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->where_label, 0);
  gtk_label_set_wrap (self->where_label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->where_label), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->where_label), "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->where_label));
  gtk_box_append (GTK_BOX (box), words);
  self->second = add_button (self, box, G_CALLBACK (second_cb));
  self->first = add_button (self, box, G_CALLBACK (first_cb));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "attendance");
}

GtkWidget *
votum_attendance_row_new (VotumThing *juror)
{
  VotumAttendanceRow *self = g_object_new (VOTUM_TYPE_ATTENDANCE_ROW, NULL);

  self->juror = g_object_ref (juror);

  return GTK_WIDGET (self);
}

VotumThing *
votum_attendance_row_get_juror (VotumAttendanceRow *self)
{
  return self->juror;
}

static void
show_button (VotumAttendanceRow *self,
             GtkWidget          *button,
             const char         *deed)
{
  g_autofree char *name = NULL;

  gtk_widget_set_visible (button, deed != NULL && self->may);
  if (deed == NULL)
    return;
  gtk_button_set_label (GTK_BUTTON (button), deed_label (deed));
  name = g_strdup_printf ("%s: %s", votum_thing_get_text (self->juror, VOTUM_JUROR_NAME), deed_label (deed));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * votum_attendance_row_show:
 * @self: a row
 * @where: where the member is
 * @aside: (nullable): how the member stands to what is talked about
 * @may: whether something can be written down
 */
void
votum_attendance_row_show (VotumAttendanceRow *self,
                           VotumWhere          where,
                           const char         *aside,
                           gboolean            may)
{
  const char *place = where == VOTUM_WHERE_PRESENT ? _("In the room") : where == VOTUM_WHERE_OUT ? _("Out of the room") : _("Not here");
  const char *name = votum_thing_get_text (self->juror, VOTUM_JUROR_NAME);
  g_autofree char *text = aside != NULL ? g_strdup_printf ("%s · %s", place, aside) : g_strdup (place);
  g_autofree char *both = g_strdup_printf ("%s, %s", name, text);

  self->where = where;
  self->may = may;
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->where_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, both, -1);
  show_button (self, self->first, deeds[where][0]);
  show_button (self, self->second, deeds[where][1]);
}
