# One target that carries the flags of every Slagboom target.
add_library(slagboom_flags INTERFACE)
target_include_directories(slagboom_flags INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_compile_definitions(slagboom_flags INTERFACE SLAGBOOM_VERSION="${PROJECT_VERSION}")

# Scores must be the same bits on every machine, so no fused multiply-add and no reordering (never -ffast-math).
# -fno-trapping-math only lets comparisons be vectorised; it changes no value.
target_compile_options(slagboom_flags INTERFACE
  -ffp-contract=off -fno-trapping-math
  -fstack-protector-strong -fstack-clash-protection -fcf-protection
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast -Wcast-qual
  -Wcast-align -Woverloaded-virtual -Wdouble-promotion -Wformat=2 -Wundef -Wextra-semi -Wimplicit-fallthrough
  -Wvla -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(slagboom_flags INTERFACE -Wduplicated-cond -Wduplicated-branches -Wlogical-op
    -Wno-error=maybe-uninitialized) # false alarms with the address sanitizer
else()
  target_compile_options(slagboom_flags INTERFACE -Wthread-safety)
endif()

if(CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_definitions(slagboom_flags INTERFACE _FORTIFY_SOURCE=2)
else()
  target_compile_definitions(slagboom_flags INTERFACE _GLIBCXX_ASSERTIONS)
endif()

set(CMAKE_POSITION_INDEPENDENT_CODE ON)
target_link_options(slagboom_flags INTERFACE -pie -Wl,-z,relro,-z,now,--as-needed)
find_program(LLD NAMES ld.lld-22)
if(LLD AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  target_link_options(slagboom_flags INTERFACE --ld-path=${LLD})
endif()

if(SLAGBOOM_SANITIZE)
  target_compile_options(slagboom_flags INTERFACE -fsanitize=${SLAGBOOM_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(slagboom_flags INTERFACE -fsanitize=${SLAGBOOM_SANITIZE})
endif()
