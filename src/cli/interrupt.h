// Ctrl-C: what an interruption leaves behind.
#pragma once

namespace firsthand::cli {

// From now on SIGINT and SIGTERM end the program at once with exit code 130; a temporary output file is removed.
void exit_on_interrupt();
// From now on the first SIGINT or SIGTERM only sets interrupted(); a second one ends the program at once.
void note_interrupt();
[[nodiscard]] bool interrupted();

// The file that an interruption removes. One at a time.
void remember_temporary(const char* path);
void forget_temporary();

}  // namespace firsthand::cli
