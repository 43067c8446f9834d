/* peak FILE COMMAND...: run a command and write its peak resident memory, in bytes, into FILE.
 *
 * A process is charged with the memory of the one it was forked from until it becomes another program, so that a
 * large parent would hide what a small child needs. This parent is small. */

#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int
main (int    argc,
      char **argv)
{
  struct rusage usage;
  FILE *file;
  int status;
  pid_t child;

  if (argc < 3)
    return 2;
  child = fork ();
  if (child == 0)
    {
      execvp (argv[2], argv + 2);
      _exit (127);
    }
  if (child < 0 || wait4 (child, &status, 0, &usage) < 0)
    return 1;
  file = fopen (argv[1], "w");
  if (file == NULL || fprintf (file, "%ld\n", usage.ru_maxrss * 1024) < 0 || fclose (file) != 0)
    return 1;
  return WIFEXITED (status) ? WEXITSTATUS (status) : 1;
}
