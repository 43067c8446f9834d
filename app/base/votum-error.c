#include "votum-config.h"

#include "votum-error.h"

/**
 * votum_error_quark:
 *
 * The domain of the errors that a user, a file or a disk can cause; see #VotumError.
 *
 * Returns: the quark of the domain
 */
G_DEFINE_QUARK (votum-error-quark, votum_error)
