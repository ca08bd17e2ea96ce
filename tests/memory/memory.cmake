# memory: the program with allocations that fail; see memory.c.

add_executable(memory memory/memory.c memory/failing.c ${PROJECT_SOURCE_DIR}/game/command/main.c)
set_source_files_properties(${PROJECT_SOURCE_DIR}/game/command/main.c PROPERTIES
    COMPILE_OPTIONS "-Dmain=program_main;-Wno-missing-prototypes")
set_source_files_properties(memory/failing.c PROPERTIES COMPILE_OPTIONS -fno-builtin)
target_link_libraries(memory PRIVATE ${layers})
if(BACKCHANNEL_SANITIZE)
    target_compile_definitions(memory PRIVATE FAILING_WRAPS)
    foreach(name malloc calloc realloc free strdup strndup)
        target_link_options(memory PRIVATE LINKER:--wrap=${name})
    endforeach()
endif()
if(BACKCHANNEL_COVERAGE)
    target_compile_definitions(memory PRIVATE BACKCHANNEL_COVERAGE)
endif()

# backchannel_memory(name most scenario runs...)
function(backchannel_memory name most scenario)
    backchannel_ctest(memory/${name} unit 300 sh ${CMAKE_CURRENT_SOURCE_DIR}/memory/memory.sh
        $<TARGET_FILE:memory> ${most} ${scenario} ${ARGN})
endfunction()
backchannel_memory(template 30 assets/template.json check load play save resume replay debrief
    page data class explain branch)
backchannel_memory(translation 20 scenarios/was-it-you.json save translated texts tests sources)
backchannel_memory(rows 10 tests/scenarios/small.json check save replay debrief)
foreach(wrong many-at-once s004-unknown-keys s005-missing-keys s008-unknown-ids s022-not-here)
    backchannel_memory(${wrong} 12 tests/bad_scenarios/${wrong}.json check)
endforeach()
backchannel_memory(pentagon 15 scenarios/pentagon-2012.json load)
