#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>

#include "domain/service_number.h"
#include "main/commands.h"

namespace slagboom::main {

int fail(const Error& error) {
    fmt::print(stderr, "{}\n", domain::without_service_numbers(error.text()));
    return kNothingDone;
}

}  // namespace slagboom::main

int main(int count, char** words) {
    using namespace slagboom::main;
    CLI::App app{"Slagboom: het barrièremodel tegen zorgfraude. Een kleur is een risico-inschatting en geen oordeel."};
    app.set_help_flag("-h,--help", "Toont deze uitleg");
    app.set_version_flag("--version", std::string("slagboom ") + SLAGBOOM_VERSION, "Toont de versie");
    app.require_subcommand(1);
    app.footer(std::string("Voorbeeld: slagboom screen --model models/twente data/example-region/feiten.csv\n\n") +
               kExitCodes);
    Action run;
    add_screen(app, run);
    add_model(app, run);
    add_import(app, run);
    add_mapping(app, run);
    add_user(app, run);
    add_example(app, run);
    add_run(app, run);
    add_keeping(app, run);
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kDone : kWrongUse;
    }
    try {
        const int code = run();
        // What was written may still be on its way; a full disk is no success.
        std::cout.flush();
        if (!std::cout || std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
            return fail({fmt::format("de uitvoer kon niet worden geschreven: {}", std::strerror(errno)), "", 0, 0});
        return code;
    } catch (const std::exception& error) {
        return fail({fmt::format("onverwachte fout: {}", error.what()), "", 0, 0});
    }
}
