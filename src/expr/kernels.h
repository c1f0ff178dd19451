#pragma once

#include <cstddef>
#include <cstdint>

namespace slagboom::expr {

/// Arithmetic on two numbers; NaN is unknown and stays so.
enum class Arithmetic : std::uint8_t { add, subtract, multiply, divide, min, max, growth };
/// Comparison of two numbers: 0 no, 1 unknown, 2 yes.
enum class Comparison : std::uint8_t { less, less_equal, greater, greater_equal, equal, not_equal };
/// Logic on two such values; `same` and `different` are = and != on booleans.
enum class Logic : std::uint8_t { and_, or_, same, different };
/// Whether the operands are columns or one constant (then the pointer is to one value).
enum class Form : std::uint8_t { column_column, column_constant, constant_column };

/// A day taken apart, for years_since.
struct ReferenceDay {
    std::int32_t days = 0;
    std::int32_t year = 0;
    std::int32_t month_and_day = 0;  ///< month × 32 + day
};

/// The loops that the evaluator is made of. One table per instruction set; all give the same bytes. `out` never
/// overlaps an operand partly (it may be the operand itself).
struct Kernels {
    void (*arithmetic[7][3])(double* out, const double* a, const double* b, std::size_t count);
    void (*comparison[6][3])(std::uint8_t* out, const double* a, const double* b, std::size_t count);
    void (*logic[4])(std::uint8_t* out, const std::uint8_t* a, const std::uint8_t* b, std::size_t count);
    void (*not_)(std::uint8_t* out, const std::uint8_t* a, std::size_t count);
    /// `counts` is scratch of 2 × count.
    void (*at_least)(std::uint8_t* out, const std::uint8_t* const* operands, std::size_t operand_count,
                     std::uint16_t needed, std::uint16_t* counts, std::size_t count);
    void (*negate)(double* out, const double* a, std::size_t count);
    void (*abs)(double* out, const double* a, std::size_t count);
    void (*years_since)(double* out, const double* a, ReferenceDay reference, std::size_t count);
};

/// The table for this processor.
const Kernels& kernels();

namespace baseline {
const Kernels& kernels();
}
namespace avx2 {
const Kernels& kernels();
}
namespace avx512 {
const Kernels& kernels();
}

}  // namespace slagboom::expr
