# The harnesses, fuzz_NAME.c: with BACKCHANNEL_FUZZ for libFuzzer (clang), else to run the corpus.
# Each has the stand-ins it needs: files.c for files, given.c for what a command line names.

option(BACKCHANNEL_FUZZ "build tests/fuzz for libFuzzer; needs clang, and -fsanitize=fuzzer-no-link" OFF)

add_custom_target(fuzzers)

# backchannel_harness(name SOURCES stand-ins... SEEDS files and folders beside its corpus...)
function(backchannel_harness name)
    cmake_parse_arguments(PARSE_ARGV 1 with "" "" "SOURCES;SEEDS")
    set(sources fuzz/fuzz_${name}.c fuzz/fuzz.c ${with_SOURCES})
    if(BACKCHANNEL_FUZZ)
        set(main -fsanitize=fuzzer)
    else()
        list(REMOVE_ITEM sources fuzz/mutate.c)
        list(APPEND sources fuzz/standalone.c)
        set(main "")
    endif()
    add_executable(fuzz_${name} ${sources})
    target_include_directories(fuzz_${name} PRIVATE fuzz)
    target_compile_definitions(fuzz_${name} PRIVATE SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    target_link_libraries(fuzz_${name} PRIVATE ${layers} ${main})
    add_dependencies(fuzzers fuzz_${name})
    if(NOT BACKCHANNEL_FUZZ)
        backchannel_ctest(fuzz/${name} unit 300 fuzz_${name}
            tests/fuzz/corpus/${name} ${with_SEEDS})
    endif()
endfunction()

set(scenarios tests/scenarios assets/template.json)
backchannel_harness(scenario SOURCES fuzz/mutate.c SEEDS ${scenarios} tests/bad_scenarios)
backchannel_harness(play SOURCES fuzz/mutate.c fuzz/files.c SEEDS ${scenarios})
backchannel_harness(translation SOURCES fuzz/mutate.c fuzz/files.c)
backchannel_harness(transcript SOURCES fuzz/mutate.c fuzz/files.c)
backchannel_harness(protocol)
backchannel_harness(command_line SOURCES fuzz/files.c fuzz/given.c)

# bytes: every byte of a scenario another, left out, the last; see bytes/bytes.c
if(NOT BACKCHANNEL_FUZZ)
    add_executable(bytes bytes/bytes.c fuzz/fuzz.c fuzz/files.c)
    target_include_directories(bytes PRIVATE fuzz)
    target_compile_definitions(bytes PRIVATE SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    target_link_libraries(bytes PRIVATE ${layers})
    backchannel_ctest(fuzz/bytes unit 300 sh ${CMAKE_CURRENT_SOURCE_DIR}/bytes/bytes.sh
        $<TARGET_FILE:bytes> 1999)
endif()
