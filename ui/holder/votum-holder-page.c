#include "votum-config.h"

#include "votum-holder-page.h"

#include <glib/gi18n.h>

#include "votum-case-edit.h"
#include "votum-dialogs.h"
#include "votum-duties.h"
#include "votum-format.h"

struct _VotumHolderPage {
  AdwBin               parent_instance;

  AdwWindowTitle      *title;
  GtkWidget           *back;
  AdwPreferencesGroup *jurors;
  AdwPreferencesGroup *leaders;
  AdwPreferencesGroup *newcomer;
  GtkEditable         *name;
  AdwComboRow         *duty;
  GtkWidget           *add;
  GtkWidget           *look;

  VotumDesk           *desk;
  GPtrArray           *rows;      /* of Row's widgets, not owned */
};

/* What stands behind a row. */
typedef struct {
  VotumHolderPage *self;
  VotumThing      *juror;
  VotumDuty        duty;
} Offer;

enum {
  DONE,
  LOOK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumHolderPage, votum_holder_page, ADW_TYPE_BIN)

/* In the order of the items of the row, with the roles that go with them. */
static const struct {
  VotumDuty   duty;
  const char *roles;
} duties[] = {
  { VOTUM_DUTY_JUROR, "juror" },
  { VOTUM_DUTY_CHAIR, "chair juror" },
  { VOTUM_DUTY_SECRETARY, "secretary" },
};

static void
offer_free (gpointer  offer,
            GClosure *closure)
{
  g_object_unref (((Offer *) offer)->juror);
  g_free (offer);
}

static void
hold (VotumHolderPage *self,
      VotumThing      *juror,
      VotumDuty        duty,
      const char      *reason)
{
  g_autoptr(VotumDesk) desk = g_object_ref (self->desk);
  GError *error = NULL;

  votum_case_set_holder (votum_desk_get_case (desk), juror, duty, reason, &error);
  if (!votum_desk_report (desk, error))
    return;
  g_signal_emit (self, signals[DONE], 0);
}

static void
reason_cb (const char *answer,
           const char *text,
           gpointer    data)
{
  Offer *offer = data;

  if (g_strcmp0 (answer, "do") == 0 && offer->self->desk != NULL)
    hold (offer->self, offer->juror, offer->duty, text);
  g_object_unref (offer->self);
  offer_free (offer, NULL);
}

static void
chosen (VotumHolderPage *self,
        VotumThing      *juror,
        VotumDuty        duty)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  g_autofree char *name = NULL;
  g_autofree char *heading = NULL;
  Offer *offer;

  if (votum_case_get_holder (votum_case) == juror && votum_case_get_duty (votum_case) == duty)
    {
      g_signal_emit (self, signals[DONE], 0);
      return;
    }
  if (!votum_case_was_held (votum_case))
    {
      hold (self, juror, duty, NULL);
      return;
    }

  name = votum_desk_name (self->desk, juror);
  heading = g_strdup_printf (_("Hand the copy over to %s?"), name);
  offer = g_new0 (Offer, 1);
  offer->self = g_object_ref (self);
  offer->juror = g_object_ref (juror);
  offer->duty = duty;
  votum_dialogs_ask_text (GTK_WIDGET (self), heading, _("The change log keeps who did this, and why. What was done before cannot be undone afterwards."),
                          _("Reason"), _("_Hand Over"), FALSE, reason_cb, offer);
}

static void
activated_cb (AdwActionRow *row,
              Offer        *offer)
{
  chosen (offer->self, offer->juror, offer->duty);
}

/* Who can hold it in two duties is told what each of them means. */
static char *
describe (VotumHolderPage *self,
          VotumThing      *juror,
          VotumDuty        duty)
{
  g_autofree char *roles = votum_duties_roles (juror);
  const char *organisation = votum_desk_text (self->desk, juror, VOTUM_JUROR_ORGANISATION);
  gboolean leads = votum_duty_fits (VOTUM_DUTY_CHAIR, juror);
  const char *first = duty == VOTUM_DUTY_JUROR && leads ? _("As one of the jurors: sees only their own marks")
                      : duty == VOTUM_DUTY_CHAIR        ? _("As the chair: sees everybody’s marks")
                      : duty == VOTUM_DUTY_SECRETARY    ? _("As the secretary: sees everybody’s marks")
                                                        : roles;

  return *organisation != '\0' && *first != '\0' ? g_strconcat (first, " · ", organisation, NULL) : g_strconcat (first, organisation, NULL);
}

static void
add_row (VotumHolderPage     *self,
         AdwPreferencesGroup *group,
         VotumThing          *juror,
         VotumDuty            duty)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = votum_desk_name (self->desk, juror);
  g_autofree char *subtitle = describe (self, juror, duty);
  GtkWidget *avatar = adw_avatar_new (32, name, TRUE);
  Offer *offer = g_new0 (Offer, 1);

  offer->self = self;
  offer->juror = g_object_ref (juror);
  offer->duty = duty;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (avatar, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), avatar);
  if (votum_case_get_holder (votum_case) == juror && votum_case_get_duty (votum_case) == duty)
    {
      GtkWidget *now = gtk_label_new (_("Whose it is now"));

      gtk_widget_add_css_class (now, "dim-label");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), now);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_data (row, "activated", G_CALLBACK (activated_cb), offer, offer_free, 0);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
clear (VotumHolderPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->jurors), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->leaders), FALSE);
}

/* Who leads the jury seldom wants to see no more than a juror: after those who always do. */
static void
fill_jurors (VotumHolderPage *self,
             GListModel      *jurors,
             gboolean         leaders)
{
  for (guint i = 0; i < g_list_model_get_n_items (jurors); i++)
    {
      g_autoptr(VotumThing) juror = g_list_model_get_item (jurors, i);

      if (votum_duty_fits (VOTUM_DUTY_JUROR, juror) && votum_duty_fits (VOTUM_DUTY_CHAIR, juror) == leaders)
        add_row (self, self->jurors, juror, VOTUM_DUTY_JUROR);
    }
}

static void
fill (VotumHolderPage *self)
{
  GListModel *jurors = votum_case_get_things (votum_desk_get_case (self->desk), VOTUM_KIND_JUROR);
  guint n = g_list_model_get_n_items (jurors);
  gboolean any_leader = FALSE;

  gtk_widget_set_visible (GTK_WIDGET (self->jurors), n > 0);
  fill_jurors (self, jurors, FALSE);
  fill_jurors (self, jurors, TRUE);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(VotumThing) juror = g_list_model_get_item (jurors, i);

      if (votum_duty_fits (VOTUM_DUTY_CHAIR, juror))
        add_row (self, self->leaders, juror, VOTUM_DUTY_CHAIR);
      else if (votum_duty_fits (VOTUM_DUTY_SECRETARY, juror))
        add_row (self, self->leaders, juror, VOTUM_DUTY_SECRETARY);
      else
        continue;
      any_leader = TRUE;
    }
  /* a juror's copy knows nobody else */
  gtk_widget_set_visible (GTK_WIDGET (self->leaders), any_leader);
}

static void
name_changed_cb (VotumHolderPage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));

  gtk_widget_set_sensitive (self->add, *name != '\0');
}

static void
add_cb (VotumHolderPage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  guint place = adw_combo_row_get_selected (self->duty);
  g_autoptr(VotumThing) juror = votum_thing_new (VOTUM_KIND_JUROR);
  GError *error = NULL;

  if (*name == '\0' || place >= G_N_ELEMENTS (duties))
    return;
  if (!votum_thing_set_from_text (juror, VOTUM_JUROR_NAME, name, &error) ||
      !votum_thing_set_from_text (juror, VOTUM_JUROR_ROLES, duties[place].roles, &error))
    {
      votum_desk_report (self->desk, error);
      return;
    }
  /* the log names them already for the first thing they do */
  votum_case_set_who (votum_desk_get_case (self->desk), name);
  votum_case_add (votum_desk_get_case (self->desk), juror, &error);
  if (votum_desk_report (self->desk, error))
    hold (self, juror, duties[place].duty, NULL);
}

static void
look_cb (VotumHolderPage *self)
{
  g_signal_emit (self, signals[LOOK], 0);
}

static void
back_cb (VotumHolderPage *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
escape_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VotumHolderPage *self = VOTUM_HOLDER_PAGE (widget);

  if (gtk_widget_get_visible (self->back))
    back_cb (self);
}

static void
votum_holder_page_dispose (GObject *object)
{
  g_clear_object (&VOTUM_HOLDER_PAGE (object)->desk);

  G_OBJECT_CLASS (votum_holder_page_parent_class)->dispose (object);
}

static void
votum_holder_page_finalize (GObject *object)
{
  g_ptr_array_unref (VOTUM_HOLDER_PAGE (object)->rows);

  G_OBJECT_CLASS (votum_holder_page_parent_class)->finalize (object);
}

static void
votum_holder_page_class_init (VotumHolderPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_holder_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = votum_holder_page_finalize;

  signals[DONE] = g_signal_new ("done", VOTUM_TYPE_HOLDER_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LOOK] = g_signal_new ("look", VOTUM_TYPE_HOLDER_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-holder-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumHolderPage, title);
  gtk_widget_class_bind_template_child (widget_class, VotumHolderPage, back);
  gtk_widget_class_bind_template_child (widget_class, VotumHolderPage, jurors);
  gtk_widget_class_bind_template_child (widget_class, VotumHolderPage, leaders);
  gtk_widget_class_bind_template_child (widget_class, VotumHolderPage, newcomer);
  gtk_widget_class_bind_template_child (widget_class, VotumHolderPage, name);
  gtk_widget_class_bind_template_child (widget_class, VotumHolderPage, duty);
  gtk_widget_class_bind_template_child (widget_class, VotumHolderPage, add);
  gtk_widget_class_bind_template_child (widget_class, VotumHolderPage, look);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_install_action (widget_class, "holder.back", NULL, escape_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "holder.back", NULL);
}

static void
votum_holder_page_init (VotumHolderPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * votum_holder_page_ask:
 * @self: the page
 * @desk: (nullable): a desk whose case is worked in; without one it lets go of the case
 */
void
votum_holder_page_ask (VotumHolderPage *self,
                       VotumDesk       *desk)
{
  gboolean held;
  guint n_jurors;

  g_return_if_fail (VOTUM_IS_HOLDER_PAGE (self));

  clear (self);
  g_set_object (&self->desk, desk);
  if (desk == NULL)
    return;
  held = votum_case_get_holder (votum_desk_get_case (desk)) != NULL;
  n_jurors = g_list_model_get_n_items (votum_case_get_things (votum_desk_get_case (desk), VOTUM_KIND_JUROR));
  fill (self);
  {
    g_autofree char *title = votum_desk_title (desk);

    adw_window_title_set_subtitle (self->title, title);
  }
  gtk_widget_set_visible (self->back, held);
  /* who holds a copy hands it to somebody of the jury; the page Jury takes newcomers in */
  gtk_widget_set_visible (GTK_WIDGET (self->newcomer), !held);
  adw_preferences_group_set_title (self->newcomer, n_jurors > 0 ? _("Not in the List") : _("Who Are You?"));
  /* whoever comes first sets the prize up */
  adw_combo_row_set_selected (self->duty, n_jurors > 0 ? 0 : 1);
  gtk_widget_set_visible (self->look, !held);
  gtk_editable_set_text (self->name, n_jurors == 0 && !held ? g_get_real_name () : "");
  name_changed_cb (self);
  if (self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
