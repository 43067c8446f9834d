#include "votum-config.h"

#include "votum-settings.h"

#include <string.h>

struct _VotumSettings {
  GObject    parent_instance;

  GSettings *stored;         /* (nullable) */
  char      *language;
  char      *style;
  gboolean   restore;
  gboolean   notifications;
  char     **last_cases;
  char      *ballot_folder;
  char     **watched;        /* name of a case among cases, a space, address of the folder that is watched for it */
  int        width;
  int        height;
  gboolean   maximized;
};

enum {
  PROP_0,
  PROP_LANGUAGE,
  PROP_STYLE,
  PROP_RESTORE_SESSION,
  PROP_NOTIFICATIONS,
  PROP_LAST_CASES,
  PROP_BALLOT_FOLDER,
  PROP_WATCHED_FOLDERS,
  PROP_WINDOW_WIDTH,
  PROP_WINDOW_HEIGHT,
  PROP_WINDOW_MAXIMIZED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VotumSettings, votum_settings, G_TYPE_OBJECT)

static void
votum_settings_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  VotumSettings *self = VOTUM_SETTINGS (object);

  switch (prop_id)
    {
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_STYLE:
      g_value_set_string (value, self->style);
      break;
    case PROP_RESTORE_SESSION:
      g_value_set_boolean (value, self->restore);
      break;
    case PROP_NOTIFICATIONS:
      g_value_set_boolean (value, self->notifications);
      break;
    case PROP_LAST_CASES:
      g_value_set_boxed (value, self->last_cases);
      break;
    case PROP_BALLOT_FOLDER:
      g_value_set_string (value, self->ballot_folder);
      break;
    case PROP_WATCHED_FOLDERS:
      g_value_set_boxed (value, self->watched);
      break;
    case PROP_WINDOW_WIDTH:
      g_value_set_int (value, self->width);
      break;
    case PROP_WINDOW_HEIGHT:
      g_value_set_int (value, self->height);
      break;
    case PROP_WINDOW_MAXIMIZED:
      g_value_set_boolean (value, self->maximized);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_string (VotumSettings *self,
            char         **place,
            const GValue  *value,
            GParamSpec    *pspec)
{
  const char *text = g_value_get_string (value);

  if (g_strcmp0 (*place, text) == 0)
    return;
  g_free (*place);
  *place = g_strdup (text != NULL ? text : "");
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_boolean (VotumSettings *self,
             gboolean      *place,
             const GValue  *value,
             GParamSpec    *pspec)
{
  if (*place == g_value_get_boolean (value))
    return;
  *place = g_value_get_boolean (value);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_int (VotumSettings *self,
         int           *place,
         const GValue  *value,
         GParamSpec    *pspec)
{
  if (*place == g_value_get_int (value))
    return;
  *place = g_value_get_int (value);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_watched (VotumSettings     *self,
             const char *const *watched)
{
  static const char *const none[] = { NULL };

  if (watched == NULL)
    watched = none;
  if (g_strv_equal ((const char *const *) self->watched, watched))
    return;
  g_strfreev (self->watched);
  self->watched = g_strdupv ((char **) watched);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WATCHED_FOLDERS]);
}

static void
votum_settings_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  VotumSettings *self = VOTUM_SETTINGS (object);

  switch (prop_id)
    {
    case PROP_LANGUAGE:
      set_string (self, &self->language, value, pspec);
      break;
    case PROP_STYLE:
      set_string (self, &self->style, value, pspec);
      break;
    case PROP_RESTORE_SESSION:
      set_boolean (self, &self->restore, value, pspec);
      break;
    case PROP_NOTIFICATIONS:
      set_boolean (self, &self->notifications, value, pspec);
      break;
    case PROP_LAST_CASES:
      votum_settings_set_last_cases (self, g_value_get_boxed (value));
      break;
    case PROP_BALLOT_FOLDER:
      set_string (self, &self->ballot_folder, value, pspec);
      break;
    case PROP_WATCHED_FOLDERS:
      set_watched (self, g_value_get_boxed (value));
      break;
    case PROP_WINDOW_WIDTH:
      set_int (self, &self->width, value, pspec);
      break;
    case PROP_WINDOW_HEIGHT:
      set_int (self, &self->height, value, pspec);
      break;
    case PROP_WINDOW_MAXIMIZED:
      set_boolean (self, &self->maximized, value, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* The keys have the names of the properties. */
static void
votum_settings_constructed (GObject *object)
{
  VotumSettings *self = VOTUM_SETTINGS (object);
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, "org.votum.Votum", TRUE) : NULL;

  G_OBJECT_CLASS (votum_settings_parent_class)->constructed (object);

  if (schema == NULL)
    return;
  self->stored = g_settings_new_full (schema, NULL, NULL);
  for (guint i = PROP_LANGUAGE; i < N_PROPS; i++)
    g_settings_bind (self->stored, properties[i]->name, self, properties[i]->name, G_SETTINGS_BIND_DEFAULT);
}

static void
votum_settings_finalize (GObject *object)
{
  VotumSettings *self = VOTUM_SETTINGS (object);

  g_clear_object (&self->stored);
  g_free (self->language);
  g_free (self->style);
  g_strfreev (self->last_cases);
  g_free (self->ballot_folder);
  g_strfreev (self->watched);

  G_OBJECT_CLASS (votum_settings_parent_class)->finalize (object);
}

static void
votum_settings_class_init (VotumSettingsClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = votum_settings_get_property;
  object_class->set_property = votum_settings_set_property;
  object_class->constructed = votum_settings_constructed;
  object_class->finalize = votum_settings_finalize;

  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, "", flags);
  properties[PROP_STYLE] = g_param_spec_string ("style", NULL, NULL, "system", flags);
  properties[PROP_RESTORE_SESSION] = g_param_spec_boolean ("restore-session", NULL, NULL, TRUE, flags);
  properties[PROP_NOTIFICATIONS] = g_param_spec_boolean ("notifications", NULL, NULL, FALSE, flags);
  properties[PROP_LAST_CASES] = g_param_spec_boxed ("last-cases", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_BALLOT_FOLDER] = g_param_spec_string ("ballot-folder", NULL, NULL, "", flags);
  properties[PROP_WATCHED_FOLDERS] = g_param_spec_boxed ("watched-folders", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_WINDOW_WIDTH] = g_param_spec_int ("window-width", NULL, NULL, 0, G_MAXINT, 1180, flags);
  properties[PROP_WINDOW_HEIGHT] = g_param_spec_int ("window-height", NULL, NULL, 0, G_MAXINT, 760, flags);
  properties[PROP_WINDOW_MAXIMIZED] = g_param_spec_boolean ("window-maximized", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
votum_settings_init (VotumSettings *self)
{
  self->language = g_strdup ("");
  self->style = g_strdup ("system");
  self->restore = TRUE;
  self->last_cases = g_new0 (char *, 1);
  self->ballot_folder = g_strdup ("");
  self->watched = g_new0 (char *, 1);
  self->width = 1180;
  self->height = 760;
}

VotumSettings *
votum_settings_new (void)
{
  return g_object_new (VOTUM_TYPE_SETTINGS, NULL);
}

/**
 * votum_settings_get_language:
 * @self: the settings
 *
 * Returns: (transfer none): the language that was asked for: "nb"; "" for that of the desktop
 */
const char *
votum_settings_get_language (VotumSettings *self)
{
  g_return_val_if_fail (VOTUM_IS_SETTINGS (self), "");

  return self->language;
}

const char *
votum_settings_get_style (VotumSettings *self)
{
  g_return_val_if_fail (VOTUM_IS_SETTINGS (self), "system");

  return self->style;
}

gboolean
votum_settings_get_restore (VotumSettings *self)
{
  g_return_val_if_fail (VOTUM_IS_SETTINGS (self), FALSE);

  return self->restore;
}

gboolean
votum_settings_get_notifications (VotumSettings *self)
{
  g_return_val_if_fail (VOTUM_IS_SETTINGS (self), FALSE);

  return self->notifications;
}

/**
 * votum_settings_get_last_cases:
 * @self: the settings
 *
 * Returns: (transfer none): the cases that were open at the end of last time, as votum_session_remember() wrote them
 */
const char *const *
votum_settings_get_last_cases (VotumSettings *self)
{
  g_return_val_if_fail (VOTUM_IS_SETTINGS (self), NULL);

  return (const char *const *) self->last_cases;
}

void
votum_settings_set_last_cases (VotumSettings     *self,
                               const char *const *cases)
{
  static const char *const none[] = { NULL };

  g_return_if_fail (VOTUM_IS_SETTINGS (self));

  if (cases == NULL)
    cases = none;
  if (g_strv_equal ((const char *const *) self->last_cases, cases))
    return;
  g_strfreev (self->last_cases);
  self->last_cases = g_strdupv ((char **) cases);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST_CASES]);
}

/**
 * votum_settings_get_ballot_folder:
 * @self: the settings
 *
 * Returns: (transfer none): where the last ballot was saved; "" before the first
 */
const char *
votum_settings_get_ballot_folder (VotumSettings *self)
{
  g_return_val_if_fail (VOTUM_IS_SETTINGS (self), "");

  return self->ballot_folder;
}

void
votum_settings_set_ballot_folder (VotumSettings *self,
                                  const char    *folder)
{
  g_return_if_fail (VOTUM_IS_SETTINGS (self));

  g_object_set (self, "ballot-folder", folder, NULL);
}

static gboolean
is_of (const char *watched,
       const char *uuid)
{
  return g_str_has_prefix (watched, uuid) && watched[strlen (uuid)] == ' ';
}

/**
 * votum_settings_get_watched:
 * @self: the settings
 * @uuid: the name of a case among cases
 *
 * Returns: (transfer full) (nullable): the address of the folder that is watched for it
 */
char *
votum_settings_get_watched (VotumSettings *self,
                            const char    *uuid)
{
  g_return_val_if_fail (VOTUM_IS_SETTINGS (self), NULL);

  for (char **one = self->watched; *one != NULL; one++)
    if (is_of (*one, uuid))
      return g_strdup (*one + strlen (uuid) + 1);

  return NULL;
}

/**
 * votum_settings_set_watched:
 * @self: the settings
 * @uuid: the name of a case among cases
 * @uri: (nullable): the address of the folder that is watched for it from now on
 */
void
votum_settings_set_watched (VotumSettings *self,
                            const char    *uuid,
                            const char    *uri)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (VOTUM_IS_SETTINGS (self));

  for (char **one = self->watched; *one != NULL; one++)
    if (!is_of (*one, uuid))
      g_ptr_array_add (all, g_strdup (*one));
  if (uri != NULL)
    g_ptr_array_add (all, g_strconcat (uuid, " ", uri, NULL));
  g_ptr_array_add (all, NULL);
  set_watched (self, (const char *const *) all->pdata);
}

void
votum_settings_get_window (VotumSettings *self,
                           int           *width,
                           int           *height,
                           gboolean      *maximized)
{
  g_return_if_fail (VOTUM_IS_SETTINGS (self));

  *width = self->width;
  *height = self->height;
  *maximized = self->maximized;
}

void
votum_settings_set_window (VotumSettings *self,
                           int            width,
                           int            height,
                           gboolean       maximized)
{
  g_return_if_fail (VOTUM_IS_SETTINGS (self));

  g_object_set (self, "window-width", width, "window-height", height, "window-maximized", maximized, NULL);
}
