/* What nearly every file of the window includes, read once by the compiler. No file relies on it: each includes what it uses. */
#include <adwaita.h>
