#pragma once

#include "votum-result.h"

#include <json-glib/json-glib.h>
#include <math.h>

/* A reference case: its input, what is expected, and how near. Every number is counted. */

typedef struct {
  JsonParser *parser;
  JsonObject *input;
  JsonObject *expected;
  JsonObject *published;  /* nullable */
  JsonObject *tolerances;
  double      tolerance;
  double      published_tolerance;
  JsonObject *published_tolerances; /* nullable: where each kind of number has its own */
  guint       n_checked;
} Refcase;

/* Plain numbers of a case are read from their decimal text, so that no double comes in between. */
static inline VotumDecimal
refcase_decimal (JsonNode *node)
{
  VotumDecimal decimal = { 0, 0 };
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  for (int digits = 1; digits <= 17; digits++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%dg", digits);

      g_ascii_formatd (text, sizeof text, format, json_node_get_double (node));
      if (g_ascii_strtod (text, NULL) == json_node_get_double (node))
        break;
    }
  g_assert_true (votum_decimal_parse (text, &decimal, NULL));
  return decimal;
}

static inline Refcase *
refcase_open (const char *name)
{
  const char *shared = g_getenv ("VOTUM_SHARED");
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_build_filename (shared != NULL ? shared : "../shared", "refcases", file, NULL);
  g_autoptr(GError) error = NULL;
  JsonObject *root, *tolerance;
  Refcase *self;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("The reference cases are not here; point VOTUM_SHARED to the folder that holds them.");
      return NULL;
    }
  self = g_new0 (Refcase, 1);
  self->parser = json_parser_new_immutable ();
  json_parser_load_from_file (self->parser, path, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (self->parser));
  self->input = json_object_get_object_member (root, "input");
  self->expected = json_object_get_object_member (root, "expected");
  if (json_object_has_member (root, "published"))
    self->published = json_object_get_object_member (root, "published");
  self->tolerances = tolerance = json_object_get_object_member (root, "tolerance");
  self->tolerance = json_object_get_double_member_with_default (tolerance, "abs", 0);
  self->published_tolerance = self->tolerance;
  if (json_object_has_member (tolerance, "published_abs") && JSON_NODE_HOLDS_OBJECT (json_object_get_member (tolerance, "published_abs")))
    self->published_tolerances = json_object_get_object_member (tolerance, "published_abs");
  else
    self->published_tolerance = json_object_get_double_member_with_default (tolerance, "published_abs", self->tolerance);
  return self;
}

static inline void
refcase_close (Refcase *self)
{
  g_test_message ("%u numbers", self->n_checked);
  g_object_unref (self->parser);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Refcase, refcase_close)

static inline JsonObject *
refcase_object (JsonObject *object, const char *name)
{
  g_assert_true (json_object_has_member (object, name));
  return json_object_get_object_member (object, name);
}

static inline JsonArray *
refcase_array (JsonObject *object, const char *name)
{
  g_assert_true (json_object_has_member (object, name));
  return json_object_get_array_member (object, name);
}

static inline double
refcase_number (JsonObject *object, const char *name)
{
  g_assert_true (json_object_has_member (object, name));
  return json_node_get_double (json_object_get_member (object, name));
}

static inline void
refcase_check_within (Refcase *self, double computed, double expected, double tolerance)
{
  g_assert_cmpfloat (fabs (computed - expected), <=, tolerance);
  self->n_checked++;
}

/* One of the case's other tolerances: "ci_abs". */
static inline double
refcase_tolerance (Refcase *self, const char *name)
{
  return refcase_number (self->tolerances, name);
}

static inline void
refcase_check (Refcase *self, double computed, double expected)
{
  refcase_check_within (self, computed, expected, self->tolerance);
}

static inline double
refcase_exactly (char *text)
{
  double number;

  g_assert_nonnull (text);
  number = g_ascii_strtod (text, NULL);
  g_free (text);
  return number;
}

static inline VotumCell
refcase_mark (JsonNode *node)
{
  if (json_node_is_null (node))
    return (VotumCell) { { 0, 0 }, VOTUM_CELL_NOT_OBSERVED };
  return (VotumCell) { refcase_decimal (node), VOTUM_CELL_VALUE };
}

static inline VotumResult *
refcase_compute (VotumSheet *sheet, const VotumTerms *terms)
{
  g_autoptr(GError) error = NULL;
  VotumResult *result = votum_result_compute (sheet, terms, NULL, &error);

  g_assert_no_error (error);
  return result;
}
