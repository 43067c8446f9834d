#include "votum-config.h"

#include "votum-rule-numbers.h"

#include <glib/gi18n.h>

#include "votum-number-entry.h"
#include "votum-wrap.h"

struct _VotumRuleNumbers {
  AdwPreferencesRow parent_instance;

  GtkWidget        *box;
  VotumRuleDraft   *draft;
  guint             field;    /* VOTUM_RULE_MARGINS or VOTUM_RULE_ROUND_WEIGHTS */
  GPtrArray        *lines;    /* of GPtrArray of VotumNumberEntry */
};

G_DEFINE_FINAL_TYPE (VotumRuleNumbers, votum_rule_numbers, ADW_TYPE_PREFERENCES_ROW)

static char *
round_name (VotumRuleNumbers *self,
            GPtrArray        *rounds,
            guint             i)
{
  g_autofree char *name = i < rounds->len ? votum_criteria_editor_name (votum_rule_draft_get_editor (self->draft), g_ptr_array_index (rounds, i), VOTUM_ROUND_NAME)
                                          : g_strdup ("");

  return *name != '\0' ? g_steal_pointer (&name) : g_strdup_printf (_("Round %u"), i + 1);
}

/* ---- what is written ---- */

static gboolean
read_line (GPtrArray *entries,
           GString   *text)
{
  for (guint i = 0; i < entries->len; i++)
    {
      VotumDecimal value;
      g_autofree char *canonical = NULL;

      if (!votum_number_entry_get_typed (g_ptr_array_index (entries, i), &value))
        return FALSE;
      canonical = votum_decimal_to_string (value);
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", canonical);
    }

  return TRUE;
}

static char *
read_all (VotumRuleNumbers *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      if (i > 0)
        g_string_append (text, "; ");
      if (!read_line (g_ptr_array_index (self->lines, i), text))
        return NULL;
    }

  return g_strdup (text->str);
}

static void
typed_cb (VotumRuleNumbers *self)
{
  g_autofree char *text = read_all (self);

  if (text != NULL)
    votum_rule_draft_try (self->draft, self->field, text);
}

static void
done_cb (VotumRuleNumbers *self)
{
  g_autofree char *text = read_all (self);

  if (text != NULL)
    votum_rule_draft_set (self->draft, self->field, text);
  else
    votum_rule_draft_forget (self->draft);
}

/* ---- what is shown ---- */

static GtkWidget *
add_number (VotumRuleNumbers *self,
            GtkWidget        *wrap,
            GPtrArray        *entries,
            const char       *label_text,
            const char       *name)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (label_text);
  GtkWidget *entry = votum_number_entry_new (votum_criteria_editor_get_desk (votum_rule_draft_get_editor (self->draft)));

  gtk_box_append (GTK_BOX (pair), label);
  gtk_box_append (GTK_BOX (pair), entry);
  gtk_widget_set_margin_end (pair, 12);
  gtk_widget_set_parent (pair, wrap);
  votum_number_entry_set_name (VOTUM_NUMBER_ENTRY (entry), name);
  g_signal_connect_object (entry, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (entries, entry);

  return entry;
}

static void
build_line (VotumRuleNumbers *self,
            GPtrArray        *rounds,
            const char       *heading,
            guint             n)
{
  GPtrArray *entries = g_ptr_array_new ();
  GtkWidget *wrap = votum_wrap_new ();

  if (heading != NULL)
    {
      GtkWidget *label = gtk_label_new (heading);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (self->box), label);
    }
  gtk_box_append (GTK_BOX (self->box), wrap);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = round_name (self, rounds, i);
      g_autofree char *full = heading != NULL ? g_strdup_printf ("%s %s", heading, name) : g_strdup_printf (_("Limit in “%s”"), name);

      add_number (self, wrap, entries, name, full);
    }
  g_ptr_array_add (self->lines, entries);
}

static void
build (VotumRuleNumbers *self,
       GPtrArray        *rounds,
       guint             n)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  g_ptr_array_set_size (self->lines, 0);

  if (self->field == VOTUM_RULE_MARGINS)
    {
      build_line (self, rounds, NULL, n);
      return;
    }
  for (guint after = 0; after < n; after++)
    {
      g_autofree char *name = round_name (self, rounds, after);
      /* TRANSLATORS: %s is the name of a round */
      g_autofree char *heading = g_strdup_printf (_("What the rounds weigh after “%s”"), name);

      build_line (self, rounds, heading, after + 1);
    }
}

/* The last margin holds for later rounds, the last row of weights too as far as it reaches. */
static VotumDecimal
number_of (VotumRuleNumbers *self,
           VotumTerms       *terms,
           guint             line,
           guint             i)
{
  GArray *row = terms->margins;
  VotumDecimal none = { 0, 0 };

  if (self->field == VOTUM_RULE_ROUND_WEIGHTS)
    {
      if (terms->round_weights->len == 0)
        return line == i ? (VotumDecimal) { 1, 0 } : none;
      row = g_ptr_array_index (terms->round_weights, MIN (line, terms->round_weights->len - 1));
      return i < row->len ? g_array_index (row, VotumDecimal, i) : none;
    }

  return row->len > 0 ? g_array_index (row, VotumDecimal, MIN (i, row->len - 1)) : none;
}

static void
show_numbers (VotumRuleNumbers *self)
{
  VotumThing *stored = votum_rule_draft_get_stored (self->draft);
  g_autoptr(VotumTerms) terms = stored != NULL ? votum_rule_get_terms (VOTUM_RULE (stored), NULL) : NULL;
  g_autoptr(GPtrArray) rounds = votum_rule_draft_rounds (self->draft);
  guint n = MAX (rounds->len, 1);
  guint n_shown = self->lines->len > 0 ? ((GPtrArray *) g_ptr_array_index (self->lines, self->lines->len - 1))->len : 0;

  if (terms == NULL)
    return;
  if (n != n_shown)
    build (self, rounds, n);
  for (guint line = 0; line < self->lines->len; line++)
    {
      GPtrArray *entries = g_ptr_array_index (self->lines, line);

      for (guint i = 0; i < entries->len; i++)
        {
          g_autofree char *canonical = votum_decimal_to_string (number_of (self, terms, line, i));

          votum_number_entry_set_value (g_ptr_array_index (entries, i), canonical);
        }
    }
}

static void
votum_rule_numbers_dispose (GObject *object)
{
  g_clear_object (&VOTUM_RULE_NUMBERS (object)->draft);

  G_OBJECT_CLASS (votum_rule_numbers_parent_class)->dispose (object);
}

static void
votum_rule_numbers_finalize (GObject *object)
{
  g_ptr_array_unref (VOTUM_RULE_NUMBERS (object)->lines);

  G_OBJECT_CLASS (votum_rule_numbers_parent_class)->finalize (object);
}

static void
votum_rule_numbers_class_init (VotumRuleNumbersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_rule_numbers_dispose;
  G_OBJECT_CLASS (klass)->finalize = votum_rule_numbers_finalize;
}

static void
votum_rule_numbers_init (VotumRuleNumbers *self)
{
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "numbers");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

/**
 * votum_rule_numbers_new:
 * @draft: the rule
 * @field: %VOTUM_RULE_MARGINS or %VOTUM_RULE_ROUND_WEIGHTS
 *
 * Returns: (transfer full): a row that shows and changes these numbers
 */
GtkWidget *
votum_rule_numbers_new (VotumRuleDraft *draft,
                        guint           field)
{
  VotumRuleNumbers *self = g_object_new (VOTUM_TYPE_RULE_NUMBERS, NULL);

  self->draft = g_object_ref (draft);
  self->field = field;
  g_signal_connect_object (draft, "changed", G_CALLBACK (show_numbers), self, G_CONNECT_SWAPPED);
  show_numbers (self);

  return GTK_WIDGET (self);
}
