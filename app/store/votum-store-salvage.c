#include "votum-config.h"

#include "votum-store-private.h"
