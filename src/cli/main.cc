// The program.
#include "cli/cli.h"

int main(int argument_count, char** arguments) { return firsthand::cli::run(argument_count, arguments); }
