#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace slagboom::files {

/// One thing in a file that could not be taken, and why. The rest of the file goes on.
struct Fault {
    std::size_t line = 0;  ///< from 1; 0 for the file as a whole
    std::string column;    ///< name of the column, empty for the row as a whole
    std::string reason;

    /// "feiten.csv, regel 12, kolom waarde: …"
    std::string text(const std::string& file) const;
};

/// Keeps the first faults and counts them all, so that a file of nothing but faults takes no more memory than another.
class Faults {
 public:
    static constexpr std::size_t kMaxKept = 1000;

    void add(Fault fault);
    /// Takes over all faults of another list.
    void add_all(const Faults& other);
    std::size_t count() const { return count_; }
    /// In order of line.
    const std::vector<Fault>& kept() const { return kept_; }

 private:
    std::vector<Fault> kept_;
    std::size_t count_ = 0;
};

}  // namespace slagboom::files
