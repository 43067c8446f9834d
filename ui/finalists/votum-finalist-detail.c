#include "votum-config.h"

#include "votum-finalist-detail.h"

#include <glib/gi18n.h>

#include "votum-badge.h"
#include "votum-case-edit.h"
#include "votum-case-holder.h"
#include "votum-finalist-about.h"
#include "votum-finalist-attachments.h"
#include "votum-finalist-contacts.h"
#include "votum-finalist-measures.h"
#include "votum-finalist-notes.h"
#include "votum-finalist-recusals.h"
#include "votum-finalist-sections.h"
#include "votum-finalist-status.h"
#include "votum-finalist-visits.h"
#include "votum-finalist-words.h"
#include "votum-jury-words.h"
#include "votum-names.h"
#include "votum-things.h"

#define N_PARTS 7

struct _VotumFinalistDetail {
  AdwBin              parent_instance;

  GtkScrolledWindow  *scrolled;
  AdwAvatar          *avatar;
  GtkLabel           *name_label;
  GtkLabel           *about_label;
  GtkLinkButton      *web_button;
  GtkToggleButton    *edit_button;
  GtkWidget          *menu_button;
  VotumBadge         *status_badge;
  VotumBadge         *progress_badge;
  GtkWidget          *score_button;
  GtkLabel           *notice_label;
  VotumFinalistAbout *about;
  VotumPart  *sections;
  VotumPart  *measures;
  VotumPart  *attachments;
  VotumPart  *recusals;
  VotumPart  *visits;
  VotumPart  *notes;
  VotumPart  *contacts;

  VotumDesk          *desk;
  VotumThing         *entrant;  /* (nullable) */
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (VotumFinalistDetail, votum_finalist_detail, ADW_TYPE_BIN)

static void
show_parts (VotumFinalistDetail *self)
{
  VotumPart *parts[N_PARTS] = { self->sections, self->measures, self->attachments, self->recusals,
                                        self->visits,   self->notes,    self->contacts };
  gboolean editing = gtk_toggle_button_get_active (self->edit_button);

  votum_finalist_about_show (self->about, self->desk, editing ? self->entrant : NULL);
  for (guint i = 0; i < N_PARTS; i++)
    votum_part_show (parts[i], self->desk, self->entrant, editing);
}

/* An address as people write it is one too: "nordlys.example" */
static void
show_web (VotumFinalistDetail *self)
{
  const char *web = votum_case_knows_names (votum_desk_get_case (self->desk)) ? votum_desk_text (self->desk, self->entrant, VOTUM_ENTRANT_WEB) : "";
  g_autofree char *scheme = g_uri_parse_scheme (web);
  gboolean is_web = g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0;
  g_autofree char *uri = is_web ? g_strdup (web) : g_strconcat ("https://", web, NULL);

  /* only the web: a file or a program behind a link that came with a shortlist is not for a click */
  gtk_widget_set_visible (GTK_WIDGET (self->web_button), *web != '\0' && (is_web || scheme == NULL));
  gtk_link_button_set_uri (self->web_button, uri);
  gtk_button_set_label (GTK_BUTTON (self->web_button), web);
}

static void
show_notice (VotumFinalistDetail *self)
{
  VotumThing *recusal = votum_finalist_own_recusal (self->desk, self->entrant);
  g_autofree char *text = NULL;

  if (votum_finalist_is_out (self->entrant))
    text = g_strdup (_("Out of the race: kept in the case with all that was said and marked, and left out of the result."));
  else if (recusal != NULL)
    /* TRANSLATORS: the degree of a recusal, and what follows from it */
    text = g_strdup_printf (_("You are recused from this finalist. %s: %s."),
                            votum_recusal_degree_word (votum_thing_get_choice (recusal, VOTUM_RECUSAL_DEGREE)),
                            votum_recusal_degree_meaning (votum_thing_get_choice (recusal, VOTUM_RECUSAL_DEGREE)));
  gtk_label_set_text (self->notice_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notice_label), text != NULL);
}

static void
enable (VotumFinalistDetail *self,
        const char          *name,
        gboolean             enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

/* What may be done, and why not. */
static void
show_rights (VotumFinalistDetail *self)
{
  gboolean out = votum_finalist_is_out (self->entrant);
  g_autoptr(GError) error = NULL;
  gboolean may = votum_case_may_change (votum_desk_get_case (self->desk), VOTUM_KIND_ENTRANT, self->entrant, &error);

  gtk_widget_set_sensitive (GTK_WIDGET (self->edit_button), may);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->edit_button), may ? _("Edit (Ctrl+E)") : error->message);
  votum_names_set (GTK_WIDGET (self->edit_button), _("Edit"));
  gtk_widget_set_sensitive (self->menu_button, may);
  gtk_widget_set_tooltip_text (self->menu_button, may ? _("More About This Finalist") : error->message);
  votum_names_set (self->menu_button, _("More about this finalist"));
  enable (self, "withdraw", may && !out);
  enable (self, "disqualify", may && !out);
  enable (self, "reinstate", may && out);
  enable (self, "remove", may);
  if (!may && gtk_toggle_button_get_active (self->edit_button))
    gtk_toggle_button_set_active (self->edit_button, FALSE);
}

static void
show_head (VotumFinalistDetail *self)
{
  VotumBadgeStyle style;
  g_autofree char *name = votum_desk_name (self->desk, self->entrant);
  g_autofree char *about = votum_finalist_describe (self->desk, self->entrant);
  g_autofree char *progress = votum_finalist_progress_word (self->desk, self->entrant, &style, NULL);
  gboolean out = votum_finalist_is_out (self->entrant);
  g_autofree char *marked = NULL;

  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_text (self->name_label, name);
  gtk_label_set_text (self->about_label, about);
  gtk_widget_set_visible (GTK_WIDGET (self->about_label), *about != '\0');
  votum_badge_set (self->status_badge, votum_finalist_status_word (votum_thing_get_choice (self->entrant, VOTUM_ENTRANT_STATUS)),
                   out ? VOTUM_BADGE_WARNING : VOTUM_BADGE_PLAIN);
  if (progress != NULL)
    /* TRANSLATORS: how many marks are given, of how many: "5 of 6 marks" */
    marked = g_strdup_printf (_("%s marks"), progress);
  votum_badge_set (self->progress_badge, marked, style);
  gtk_widget_set_visible (self->score_button, progress != NULL);
  show_web (self);
  show_notice (self);
  show_rights (self);
}

static void
changed_cb (VotumFinalistDetail *self)
{
  if (self->entrant != NULL)
    show_head (self);
}

static void
edit_toggled_cb (VotumFinalistDetail *self)
{
  if (self->entrant == NULL)
    return;
  votum_desk_flush (self->desk);
  show_parts (self);
  show_head (self);
  if (gtk_toggle_button_get_active (self->edit_button))
    gtk_widget_child_focus (GTK_WIDGET (self->about), GTK_DIR_TAB_FORWARD);
}

static void
score_cb (VotumFinalistDetail *self)
{
  votum_desk_go (self->desk, "scoring", self->entrant);
}

static void
withdraw_cb (VotumFinalistDetail *self)
{
  votum_finalist_status_withdraw (GTK_WIDGET (self), self->desk, self->entrant);
}

static void
disqualify_cb (VotumFinalistDetail *self)
{
  votum_finalist_status_disqualify (GTK_WIDGET (self), self->desk, self->entrant);
}

static void
reinstate_cb (VotumFinalistDetail *self)
{
  votum_finalist_status_reinstate (GTK_WIDGET (self), self->desk, self->entrant);
}

static void
remove_cb (VotumFinalistDetail *self)
{
  g_autoptr(VotumThing) entrant = g_object_ref (self->entrant);
  g_autofree char *name = votum_desk_name (self->desk, entrant);
  GError *error = NULL;

  votum_desk_flush (self->desk);
  votum_case_remove (votum_desk_get_case (self->desk), entrant, &error);
  if (votum_desk_report (self->desk, error))
    votum_desk_toast (self->desk, TRUE, _("%s has been taken out of the case"), name);
}

static void
add_action (VotumFinalistDetail *self,
            const char          *name,
            GCallback            callback)
{
  g_autoptr(GSimpleAction) action = g_simple_action_new (name, NULL);

  g_signal_connect_object (action, "activate", callback, self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
}

static void
votum_finalist_detail_dispose (GObject *object)
{
  VotumFinalistDetail *self = VOTUM_FINALIST_DETAIL (object);

  g_clear_object (&self->entrant);
  g_clear_object (&self->desk);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (votum_finalist_detail_parent_class)->dispose (object);
}

static void
votum_finalist_detail_class_init (VotumFinalistDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_finalist_detail_dispose;

  g_type_ensure (VOTUM_TYPE_BADGE);
  g_type_ensure (VOTUM_TYPE_FINALIST_ABOUT);
  g_type_ensure (VOTUM_TYPE_FINALIST_ATTACHMENTS);
  g_type_ensure (VOTUM_TYPE_FINALIST_CONTACTS);
  g_type_ensure (VOTUM_TYPE_FINALIST_MEASURES);
  g_type_ensure (VOTUM_TYPE_FINALIST_NOTES);
  g_type_ensure (VOTUM_TYPE_FINALIST_RECUSALS);
  g_type_ensure (VOTUM_TYPE_FINALIST_SECTIONS);
  g_type_ensure (VOTUM_TYPE_FINALIST_VISITS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-finalist-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistDetail, scrolled);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistDetail, avatar);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistDetail, name_label);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistDetail, about_label);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistDetail, web_button);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistDetail, edit_button);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistDetail, menu_button);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistDetail, status_badge);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistDetail, progress_badge);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistDetail, score_button);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistDetail, notice_label);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistDetail, about);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistDetail, sections);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistDetail, measures);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistDetail, attachments);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistDetail, recusals);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistDetail, visits);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistDetail, notes);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistDetail, contacts);
  gtk_widget_class_bind_template_callback (widget_class, edit_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, score_cb);
}

static void
votum_finalist_detail_init (VotumFinalistDetail *self)
{
  self->actions = g_simple_action_group_new ();
  add_action (self, "withdraw", G_CALLBACK (withdraw_cb));
  add_action (self, "disqualify", G_CALLBACK (disqualify_cb));
  add_action (self, "reinstate", G_CALLBACK (reinstate_cb));
  add_action (self, "remove", G_CALLBACK (remove_cb));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "finalist", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * votum_finalist_detail_show:
 * @self: a detail
 * @desk: a desk, always the same
 * @entrant: (nullable): whom to show
 */
void
votum_finalist_detail_show (VotumFinalistDetail *self,
                            VotumDesk           *desk,
                            VotumThing          *entrant)
{
  g_return_if_fail (VOTUM_IS_FINALIST_DETAIL (self) && VOTUM_IS_DESK (desk));

  if (self->desk == NULL)
    {
      self->desk = g_object_ref (desk);
      g_signal_connect_object (votum_desk_get_case (desk), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  if (self->entrant == entrant)
    return;

  votum_desk_flush (desk);
  g_set_object (&self->entrant, entrant);
  /* whoever goes on to the next finalist reads on */
  gtk_toggle_button_set_active (self->edit_button, FALSE);
  show_parts (self);
  if (entrant != NULL)
    show_head (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

VotumThing *
votum_finalist_detail_get_entrant (VotumFinalistDetail *self)
{
  return self->entrant;
}

/**
 * votum_finalist_detail_edit:
 * @self: a detail
 * @editing: whether to change what is shown where it stands
 */
void
votum_finalist_detail_edit (VotumFinalistDetail *self,
                            gboolean             editing)
{
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->edit_button)))
    gtk_toggle_button_set_active (self->edit_button, editing);
}

void
votum_finalist_detail_toggle (VotumFinalistDetail *self)
{
  votum_finalist_detail_edit (self, !gtk_toggle_button_get_active (self->edit_button));
}

/**
 * votum_finalist_detail_reveal:
 * @self: a detail
 * @thing: something about the finalist
 *
 * Puts the focus on what shows @thing, and so brings it into view.
 */
void
votum_finalist_detail_reveal (VotumFinalistDetail *self,
                              VotumThing          *thing)
{
  VotumPart *parts[N_PARTS] = { self->sections, self->measures, self->attachments, self->recusals,
                                        self->visits,   self->notes,    self->contacts };

  for (guint i = 0; i < N_PARTS; i++)
    {
      GtkWidget *row = votum_part_find_row (parts[i], thing);

      if (row != NULL && (gtk_widget_grab_focus (row) || gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD)))
        return;
    }
}
