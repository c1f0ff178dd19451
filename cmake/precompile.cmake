# What nearly every source of a layer reads, read once: that halves the time of a first build with sanitizers. The release build goes
# without, so that a source that forgets an include does not compile.
option(SLAGBOOM_PRECOMPILE "Precompile the headers that most sources read" OFF)

function(slagboom_precompile target)
  if(NOT SLAGBOOM_PRECOMPILE)
    return()
  endif()
  target_precompile_headers(${target} PRIVATE <algorithm> <cstdint> <functional> <map> <memory> <optional> <string> <string_view> <vector>
    <fmt/format.h> ${ARGN})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    target_compile_options(${target} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
  endif()
endfunction()
