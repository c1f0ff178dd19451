// Runs the real program and keeps what it says.
#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "temporary_folder.h"

namespace slagboom::tests {

struct Ran {
    int code = -1;  ///< 128 + signal where one ended it
    std::string out;
    std::string err;
};

/// SLAGBOOM_BINARY, else the release build of this source. Every test fails where it is absent.
inline std::string program_path() {
    const char* const asked = std::getenv("SLAGBOOM_BINARY");
    return asked != nullptr ? std::string(asked) : std::string("build/slagboom");
}

/// An address-sanitized program reserves terabytes of addresses, so that no limit of addresses means anything.
inline bool reserves_addresses() {
    static const bool found = text_of(program_path()).find("__asan_init") != std::string::npos;
    return found;
}

inline constexpr rlim_t kMostMemory = rlim_t{600} << 20;
inline constexpr rlim_t kMostSeconds = 60;

struct Channels {
    std::string in = "/dev/null", out, err;
};

/// Only what is allowed between fork and exec.
[[noreturn]] inline void become_program(const std::string& path, char* const* words, const Channels& channels,
                                        bool limited) {
    const int in = open(channels.in.c_str(), O_RDONLY);
    const int out = open(channels.out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    const int err = open(channels.err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (in < 0 || out < 0 || err < 0) _exit(126);
    dup2(in, 0);
    dup2(out, 1);
    dup2(err, 2);
    const rlimit memory{kMostMemory, kMostMemory}, seconds{kMostSeconds, kMostSeconds}, no_dump{0, 0};
    if (limited) setrlimit(RLIMIT_AS, &memory);
    setrlimit(RLIMIT_CPU, &seconds);
    setrlimit(RLIMIT_CORE, &no_dump);
    execv(path.c_str(), words);
    _exit(127);
}

inline int run_program(std::vector<std::string> words, const Channels& channels) {
    const std::string path = program_path();
    if (access(path.c_str(), X_OK) != 0) {
        ADD_FAILURE() << "there is no program " << path << "; build the release preset, or set SLAGBOOM_BINARY";
        return -1;
    }
    words.insert(words.begin(), path);
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const bool limited = !reserves_addresses();
    const pid_t child = fork();
    if (child == 0) become_program(path, arguments.data(), channels, limited);
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) != child) return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// What holds for every run of the program, whatever it was asked.
inline void expect_manners(const Ran& ran) {
    EXPECT_GE(ran.code, 0);
    EXPECT_LE(ran.code, 3) << "it crashed, or ran out of memory or time: " << ran.err.substr(0, 2000);
    if (ran.code == 0) return;
    EXPECT_FALSE(ran.err.empty()) << "an exit code that is not 0 comes with words";
    EXPECT_EQ(ran.err.find("onverwachte fout"), std::string::npos) << ran.err.substr(0, 2000);
    // Exit code 1 promises that nothing was written, and a wrong call does nothing at all.
    if (ran.code == 1 || ran.code == 2) {
        EXPECT_EQ(ran.out, "") << "with exit code " << ran.code;
    }
}

/// Runs `slagboom words…` with this text as standard input.
inline Ran run(const std::vector<std::string>& words, const std::string& input = "") {
    const TemporaryFolder folder;
    Channels channels{folder.file("in", input), (folder.path() / "out").string(), (folder.path() / "err").string()};
    Ran ran;
    ran.code = run_program(words, channels);
    ran.out = text_of(channels.out);
    ran.err = text_of(channels.err);
    std::string line = "slagboom";
    for (const auto& word : words) line += " '" + word.substr(0, 200) + "'";
    SCOPED_TRACE(line);
    expect_manners(ran);
    return ran;
}

}  // namespace slagboom::tests
