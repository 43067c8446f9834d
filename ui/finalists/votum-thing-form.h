#pragma once

#include <adwaita.h>

#include "votum-field-row.h"

G_BEGIN_DECLS

/**
 * VotumThingFormSpec:
 * @heading: what is being made: "New Contact Person"; untranslated, as all labels here
 * @button: label of the button that makes it
 * @draft: beginning of the places where the words are kept: "contact-person:new"
 * @fields: (array zero-terminated=1): what is asked for
 *
 * What a form for something new asks for.
 */
typedef struct {
  const char           *heading;
  const char           *button;
  const char           *draft;
  const VotumFieldSpec *fields;
} VotumThingFormSpec;

/**
 * VotumThingFormFunc:
 * @thing: what is in the case now
 * @data: what was given with the function
 */
typedef void (*VotumThingFormFunc) (VotumThing *thing, gpointer data);

#define VOTUM_TYPE_THING_FORM (votum_thing_form_get_type ())
G_DECLARE_FINAL_TYPE (VotumThingForm, votum_thing_form, VOTUM, THING_FORM, AdwWindow)

void votum_thing_form_present (GtkWidget *parent, VotumDesk *desk, const VotumThingFormSpec *spec, VotumThing *thing,
                               VotumThingFormFunc func, gpointer data);

G_END_DECLS
