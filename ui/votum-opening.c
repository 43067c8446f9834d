#include "votum-config.h"

#include "votum-opening.h"

struct _VotumOpening {
  AdwBin          parent_instance;

  AdwStatusPage  *status;
  GtkProgressBar *bar;
  GtkWidget      *cancel;
};

enum {
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumOpening, votum_opening, ADW_TYPE_BIN)

static void
cancel_cb (VotumOpening *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

static void
votum_opening_class_init (VotumOpeningClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CANCELLED] = g_signal_new ("cancelled", VOTUM_TYPE_OPENING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-opening.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumOpening, status);
  gtk_widget_class_bind_template_child (widget_class, VotumOpening, bar);
  gtk_widget_class_bind_template_child (widget_class, VotumOpening, cancel);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Escape, 0, "cancelled", NULL);
}

static void
votum_opening_init (VotumOpening *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * votum_opening_begin:
 * @self: the widget
 * @what: what is being done, as a short sentence
 */
void
votum_opening_begin (VotumOpening *self,
                     const char   *what)
{
  g_return_if_fail (VOTUM_IS_OPENING (self));

  adw_status_page_set_title (self->status, what);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_widget_grab_focus (self->cancel);
}

/**
 * votum_opening_progress:
 * @self: the widget
 * @fraction: 0 to 1; less than 0: unknown
 */
void
votum_opening_progress (VotumOpening *self,
                        double        fraction)
{
  g_return_if_fail (VOTUM_IS_OPENING (self));

  if (fraction < 0)
    gtk_progress_bar_pulse (self->bar);
  else
    gtk_progress_bar_set_fraction (self->bar, fraction);
}
