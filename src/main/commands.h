#pragma once

#include <functional>
#include <string>

#include "base/error.h"

namespace CLI {
class App;
}

namespace slagboom::main {

/// What the program ends with; part of its interface.
enum ExitCode : int {
    kDone = 0,
    kNothingDone = 1,     ///< an error; nothing was written
    kWrongUse = 2,        ///< the command line itself
    kDoneWithFaults = 3,  ///< done, but some rows or cells could not be taken (or a test of a model failed)
};

inline constexpr const char* kExitCodes =
    "Uitgangscodes: 0 gelukt; 1 niets gedaan, met de reden; 2 verkeerd aangeroepen;\n"
    "3 gedaan, maar een deel van de invoer kon niet worden gebruikt of een geval klopt niet.";

/// Each command adds itself and, when it is chosen, sets `run`.
using Action = std::function<int()>;
void add_screen(CLI::App& app, Action& run);
void add_model(CLI::App& app, Action& run);
void add_model_load(CLI::App& model, Action& run);  ///< beneath `model`
void add_run(CLI::App& app, Action& run);
void add_import(CLI::App& app, Action& run);
void add_mapping(CLI::App& app, Action& run);
void add_user(CLI::App& app, Action& run);
void add_example(CLI::App& app, Action& run);
void add_keeping(CLI::App& app, Action& run);  ///< audit, backup, restore, retention

/// Prints the error on standard error.
int fail(const Error& error);

}  // namespace slagboom::main
