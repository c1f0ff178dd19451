// Compiled once per instruction set (cmake/layers.cmake), with KERNELS as the name of the variant. Everything here is
// internal or built in: a shared inline function compiled for a newer processor could otherwise be the one that the
// linker keeps for everybody.
#include "expr/kernels.h"

namespace slagboom::expr::KERNELS {
namespace {

const double kNaN = __builtin_nan("");

/// 2 where yes, 0 where no, 1 where neither is so (an operand is unknown).
inline std::uint8_t trit(bool yes, bool no) { return static_cast<std::uint8_t>(1 + int{yes} - int{no}); }

struct Add {
    static double of(double a, double b) { return a + b; }
};
struct Subtract {
    static double of(double a, double b) { return a - b; }
};
struct Multiply {
    static double of(double a, double b) { return a * b; }
};
struct Divide {
    static double of(double a, double b) { return b == 0 ? kNaN : a / b; }
};
struct Min {
    static double of(double a, double b) { return a <= b ? a : (b < a ? b : kNaN); }
};
struct Max {
    static double of(double a, double b) { return a >= b ? a : (b > a ? b : kNaN); }
};
struct Growth {
    static double of(double a, double b) { return b > 0 ? (a - b) / b : kNaN; }
};

struct Less {
    static std::uint8_t of(double a, double b) { return trit(a < b, a >= b); }
};
struct LessEqual {
    static std::uint8_t of(double a, double b) { return trit(a <= b, a > b); }
};
struct Greater {
    static std::uint8_t of(double a, double b) { return trit(a > b, a <= b); }
};
struct GreaterEqual {
    static std::uint8_t of(double a, double b) { return trit(a >= b, a < b); }
};
struct Equal {
    static std::uint8_t of(double a, double b) { return trit(a == b, a < b || a > b); }
};
struct NotEqual {
    static std::uint8_t of(double a, double b) { return trit(a < b || a > b, a == b); }
};

using Byte = std::uint8_t;
struct And {
    static Byte of(Byte a, Byte b) { return a < b ? a : b; }
};
struct Or {
    static Byte of(Byte a, Byte b) { return a > b ? a : b; }
};
inline bool known(Byte a) { return a != 1; }
struct Same {
    static Byte of(Byte a, Byte b) { return trit(known(a) && known(b) && a == b, known(a) && known(b) && a != b); }
};
struct Different {
    static Byte of(Byte a, Byte b) { return trit(known(a) && known(b) && a != b, known(a) && known(b) && a == b); }
};

template <class Operation, class Out, class In>
void column_column(Out* out, const In* a, const In* b, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) out[i] = Operation::of(a[i], b[i]);
}
template <class Operation, class Out>
void column_constant(Out* out, const double* a, const double* b, std::size_t count) {
    const double constant = *b;
    for (std::size_t i = 0; i < count; ++i) out[i] = Operation::of(a[i], constant);
}
template <class Operation, class Out>
void constant_column(Out* out, const double* a, const double* b, std::size_t count) {
    const double constant = *a;
    for (std::size_t i = 0; i < count; ++i) out[i] = Operation::of(constant, b[i]);
}

void not_column(Byte* out, const Byte* a, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) out[i] = static_cast<Byte>(2 - a[i]);
}

void at_least(Byte* out, const Byte* const* operands, std::size_t operand_count, std::uint16_t needed,
              std::uint16_t* counts, std::size_t count) {
    std::uint16_t* yes = counts;
    std::uint16_t* possible = counts + count;
    for (std::size_t i = 0; i < 2 * count; ++i) counts[i] = 0;
    for (std::size_t k = 0; k < operand_count; ++k) {
        const Byte* operand = operands[k];
        for (std::size_t i = 0; i < count; ++i) yes[i] = static_cast<std::uint16_t>(yes[i] + (operand[i] == 2));
        for (std::size_t i = 0; i < count; ++i)
            possible[i] = static_cast<std::uint16_t>(possible[i] + (operand[i] != 0));
    }
    for (std::size_t i = 0; i < count; ++i) out[i] = trit(yes[i] >= needed, possible[i] < needed);
}

void negate(double* out, const double* a, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) out[i] = -a[i];
}
void abs_column(double* out, const double* a, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) out[i] = __builtin_fabs(a[i]);
}

/// Completed calendar years from the day `a` to the reference. The calendar is taken apart in eras of 400 years that
/// start on 1 March, so that 29 February is a last day and whole-number division gives year, month and day (days from
/// 1800 on are never negative here).
void years_since(double* out, const double* a, ReferenceDay reference, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        const bool is_known = a[i] == a[i];
        const std::int32_t days = is_known ? static_cast<std::int32_t>(a[i]) : 0;
        const auto since_era = static_cast<std::uint32_t>(days + 719468);
        const std::uint32_t era = since_era / 146097;
        const std::uint32_t day_of_era = since_era - era * 146097;
        const std::uint32_t year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
        const std::uint32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        const std::uint32_t shifted_month = (5 * day_of_year + 2) / 153;
        const std::uint32_t day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        const std::uint32_t month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
        const auto year = static_cast<std::int32_t>(year_of_era + era * 400 + (month <= 2 ? 1 : 0));
        const bool later_in_year = static_cast<std::int32_t>(month * 32 + day) > reference.month_and_day;
        const std::int32_t completed = reference.year - year - (later_in_year ? 1 : 0);
        out[i] = is_known && days <= reference.days ? static_cast<double>(completed) : kNaN;
    }
}

template <class Operation>
constexpr void fill(void (*(&forms)[3])(double*, const double*, const double*, std::size_t)) {
    forms[0] = column_column<Operation, double, double>;
    forms[1] = column_constant<Operation, double>;
    forms[2] = constant_column<Operation, double>;
}
template <class Operation>
constexpr void fill(void (*(&forms)[3])(Byte*, const double*, const double*, std::size_t)) {
    forms[0] = column_column<Operation, Byte, double>;
    forms[1] = column_constant<Operation, Byte>;
    forms[2] = constant_column<Operation, Byte>;
}

constexpr Kernels table() {
    Kernels all{};
    fill<Add>(all.arithmetic[0]);
    fill<Subtract>(all.arithmetic[1]);
    fill<Multiply>(all.arithmetic[2]);
    fill<Divide>(all.arithmetic[3]);
    fill<Min>(all.arithmetic[4]);
    fill<Max>(all.arithmetic[5]);
    fill<Growth>(all.arithmetic[6]);
    fill<Less>(all.comparison[0]);
    fill<LessEqual>(all.comparison[1]);
    fill<Greater>(all.comparison[2]);
    fill<GreaterEqual>(all.comparison[3]);
    fill<Equal>(all.comparison[4]);
    fill<NotEqual>(all.comparison[5]);
    all.logic[0] = column_column<And, Byte, Byte>;
    all.logic[1] = column_column<Or, Byte, Byte>;
    all.logic[2] = column_column<Same, Byte, Byte>;
    all.logic[3] = column_column<Different, Byte, Byte>;
    all.not_ = not_column;
    all.at_least = at_least;
    all.negate = negate;
    all.abs = abs_column;
    all.years_since = years_since;
    return all;
}

constexpr Kernels kTable = table();

}  // namespace

const Kernels& kernels() { return kTable; }

}  // namespace slagboom::expr::KERNELS
