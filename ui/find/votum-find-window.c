#include "votum-config.h"

#include "votum-find-window.h"

#include <glib/gi18n.h>

#include "votum-case-holder.h"
#include "votum-names.h"
#include "votum-note-words.h"
#include "votum-search-text.h"
#include "votum-tab-stop.h"

#define MAX_SHOWN 60

/* Something that can be found. */
typedef struct {
  VotumThing *thing;
  const char *page;    /* where it is shown */
  char       *title;
  char       *about;   /* what it is, and of whom */
  char       *folded;
} Hit;

struct _VotumFindWindow {
  AdwWindow       parent_instance;

  GtkSearchEntry *search;
  GtkStack       *stack;
  GtkListBox     *list;
  GtkWidget      *more;

  VotumDesk      *desk;
  GPtrArray      *hits;   /* of Hit: all there is; it stays as it was while the window is open, which is modal */
};

G_DEFINE_FINAL_TYPE (VotumFindWindow, votum_find_window, ADW_TYPE_WINDOW)

static void
hit_free (gpointer data)
{
  Hit *hit = data;

  g_object_unref (hit->thing);
  g_free (hit->title);
  g_free (hit->about);
  g_free (hit->folded);
  g_free (hit);
}

/* ---- what there is to find ---- */

static void
add_hit (VotumFindWindow *self,
         VotumThing      *thing,
         const char      *page,
         const char      *title,
         const char      *about)
{
  Hit *hit = g_new0 (Hit, 1);
  g_autofree char *all = g_strjoin ("\n", title, about, NULL);

  hit->thing = g_object_ref (thing);
  hit->page = page;
  hit->title = g_strdup (title);
  hit->about = g_strdup (about);
  hit->folded = votum_search_fold (all);
  g_ptr_array_add (self->hits, hit);
}

static void
add_note (VotumFindWindow *self,
          VotumThing      *note)
{
  VotumThing *entrant = votum_case_lookup (votum_desk_get_case (self->desk), votum_thing_get_ref (note, VOTUM_NOTE_ENTRANT));
  g_autofree char *name = entrant != NULL ? votum_desk_name (self->desk, entrant) : g_strdup ("");
  g_autofree char *criterion = votum_note_criterion_name (self->desk, votum_thing_get_ref (note, VOTUM_NOTE_CRITERION));
  g_autofree char *speaker = votum_note_speaker_line (note);
  g_autofree char *time = votum_note_time (note, NULL);
  const char *const parts[] = { votum_note_kind_word (votum_thing_get_choice (note, VOTUM_NOTE_KIND)), name, criterion, speaker, time };
  g_autoptr(GString) about = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (about, "%s%s", about->len > 0 ? " · " : "", parts[i]);
  add_hit (self, note, "visits", votum_thing_get_text (note, VOTUM_NOTE_TEXT), about->str);
}

static void
add_named (VotumFindWindow *self,
           VotumThing      *thing,
           const char      *page,
           const char      *kind,
           const char      *more)
{
  g_autofree char *name = votum_desk_name (self->desk, thing);
  g_autofree char *about = more != NULL && *more != '\0' ? g_strconcat (kind, " · ", more, NULL) : g_strdup (kind);

  add_hit (self, thing, page, name, about);
}

static void
collect (VotumFindWindow *self)
{
  static const VotumKind kinds[] = { VOTUM_KIND_ENTRANT, VOTUM_KIND_CRITERION, VOTUM_KIND_JUROR, VOTUM_KIND_NOTE };
  VotumCase *votum_case = votum_desk_get_case (self->desk);

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      GListModel *things = votum_case_get_things (votum_case, kinds[k]);

      for (guint i = 0; i < g_list_model_get_n_items (things); i++)
        {
          g_autoptr(VotumThing) thing = g_list_model_get_item (things, i);

          if (!votum_case_may_see (votum_case, thing))
            continue;
          if (VOTUM_IS_ENTRANT (thing))
            add_named (self, thing, "finalists", _("Finalist"),
                       votum_case_knows_names (votum_case) ? votum_thing_get_text (thing, VOTUM_ENTRANT_PLACE) : NULL);
          else if (VOTUM_IS_CRITERION (thing))
            add_named (self, thing, "criteria", _("Criterion"), NULL);
          else if (VOTUM_IS_JUROR (thing))
            add_named (self, thing, "jury", _("Member of the jury"), votum_desk_text (self->desk, thing, VOTUM_JUROR_ORGANISATION));
          else
            add_note (self, thing);
        }
    }
}

/* ---- what was found ---- */

static GtkWidget *
new_row (Hit               *hit,
         const char *const *words)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  const char *const texts[] = { hit->title, hit->about };
  g_autofree char *spoken = g_strdup_printf ("%s. %s", hit->title, hit->about);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *label = gtk_label_new (texts[i]);
      g_autoptr(PangoAttrList) marks = votum_search_mark (texts[i], words);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_attributes (GTK_LABEL (label), marks);
      if (i > 0)
        {
          gtk_widget_add_css_class (label, "caption");
          gtk_widget_add_css_class (label, "dim-label");
        }
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_add_css_class (box, "find-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data (G_OBJECT (row), "hit", hit);

  return row;
}

static void
search_cb (VotumFindWindow *self)
{
  g_auto(GStrv) words = votum_search_words (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  GtkListBoxRow *row;
  guint n_found = 0;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (words[0] == NULL)
    {
      votum_names_show_only (self->stack, "begin");
      return;
    }
  if (self->hits->len == 0)
    collect (self);
  for (guint i = 0; i < self->hits->len && n_found <= MAX_SHOWN; i++)
    {
      Hit *hit = g_ptr_array_index (self->hits, i);

      if (!votum_search_matches (hit->folded, (const char *const *) words))
        continue;
      if (n_found++ < MAX_SHOWN)
        gtk_list_box_append (self->list, new_row (hit, (const char *const *) words));
    }
  gtk_widget_set_visible (self->more, n_found > MAX_SHOWN);
  votum_names_show_only (self->stack, n_found > 0 ? "found" : "nothing");
}

static void
activated_cb (VotumFindWindow *self,
              GtkListBoxRow   *row)
{
  Hit *hit = g_object_get_data (G_OBJECT (row), "hit");
  g_autoptr(VotumDesk) desk = g_object_ref (self->desk);
  g_autoptr(VotumThing) thing = g_object_ref (hit->thing);
  const char *page = hit->page;

  /* the window behind is the one in front again before it is asked to go there */
  gtk_window_close (GTK_WINDOW (self));
  votum_desk_go (desk, page, thing);
}

static void
entered_cb (VotumFindWindow *self)
{
  GtkListBoxRow *first;

  search_cb (self);
  first = gtk_list_box_get_row_at_index (self->list, 0);
  if (first != NULL)
    activated_cb (self, first);
}

/* From the words straight down to what they found. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        VotumFindWindow       *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || first == NULL)
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (first));

  return TRUE;
}

static void
votum_find_window_dispose (GObject *object)
{
  g_clear_object (&VOTUM_FIND_WINDOW (object)->desk);

  G_OBJECT_CLASS (votum_find_window_parent_class)->dispose (object);
}

static void
votum_find_window_finalize (GObject *object)
{
  g_ptr_array_unref (VOTUM_FIND_WINDOW (object)->hits);

  G_OBJECT_CLASS (votum_find_window_parent_class)->finalize (object);
}

static void
votum_find_window_class_init (VotumFindWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_find_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = votum_find_window_finalize;

  g_type_ensure (VOTUM_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-find-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumFindWindow, search);
  gtk_widget_class_bind_template_child (widget_class, VotumFindWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, VotumFindWindow, list);
  gtk_widget_class_bind_template_child (widget_class, VotumFindWindow, more);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
votum_find_window_init (VotumFindWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->hits = g_ptr_array_new_with_free_func (hit_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  votum_names_show_only (self->stack, "begin");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
}

/**
 * votum_find_window_present:
 * @parent: the window of the case
 * @desk: the desk of the case
 */
void
votum_find_window_present (GtkWindow *parent,
                           VotumDesk *desk)
{
  VotumFindWindow *self = g_object_new (VOTUM_TYPE_FIND_WINDOW, "transient-for", parent, NULL);

  votum_desk_flush (desk);
  self->desk = g_object_ref (desk);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
