# What an installation has beside the programs and their data, and the package for Debian.
#
#   cmake --install build --prefix DIR       cmake --build build --target package

set(parts ${CMAKE_CURRENT_SOURCE_DIR}/assets/package)
set(built ${CMAKE_CURRENT_BINARY_DIR}/package)
set(id org.backchannel_game.Backchannel)
set(share ${CMAKE_CURRENT_BINARY_DIR}/share)
set(documents ${CMAKE_INSTALL_DATADIR}/doc/backchannel)
set(BACKCHANNEL_MAINTAINER "Backchannel contributors <backchannel@example.org>"
    CACHE STRING "who answers for the package, with an address for letters")

# ---- manual and completion, from what the programs say of themselves -----------------------------

# A program for another machine cannot be asked.
if(TARGET backchannel AND NOT CMAKE_CROSSCOMPILING)
    set(asked $<TARGET_FILE:backchannel>)
    set(asked_targets backchannel)
    if(TARGET backchannel-window)
        list(APPEND asked $<TARGET_FILE:backchannel-window>)
        list(APPEND asked_targets backchannel-window)
    endif()
    file(STRINGS ${parts}/${id}.metainfo.xml release REGEX "<release ")
    string(REGEX REPLACE ".*date=\"([-0-9]*)\".*" "\\1" release_date "${release}")
    file(GLOB written CONFIGURE_DEPENDS ${parts}/manual/*.6)
    add_custom_command(OUTPUT ${share}/manual.stamp
        COMMAND sh game/manual.sh ${share}/man/man6 ${PROJECT_VERSION} ${release_date} ${asked}
        COMMAND sh game/completion.sh ${share}/bash-completion/completions ${asked}
        COMMAND ${CMAKE_COMMAND} -E touch ${share}/manual.stamp
        DEPENDS ${asked_targets} ${written} ${parts}/help.awk ${parts}/completion.bash
            game/manual.sh game/completion.sh
        WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} VERBATIM)
    add_custom_target(manual ALL DEPENDS ${share}/manual.stamp)
    add_dependencies(programs manual)
    install(DIRECTORY ${share}/man/man6 DESTINATION ${CMAKE_INSTALL_MANDIR})
    install(DIRECTORY ${share}/bash-completion DESTINATION ${CMAKE_INSTALL_DATADIR})
endif()

# ---- documents, desktop --------------------------------------------------------------------------

configure_file(${parts}/changelog ${built}/changelog @ONLY)
configure_file(${parts}/${id}.metainfo.xml ${built}/${id}.metainfo.xml @ONLY)
add_custom_command(OUTPUT ${built}/changelog.gz
    COMMAND gzip -9nkf ${built}/changelog
    DEPENDS ${built}/changelog VERBATIM)
add_custom_target(changelog ALL DEPENDS ${built}/changelog.gz)
add_dependencies(programs changelog)
install(FILES ${parts}/copyright ${built}/changelog.gz game/minister/PROTOCOL.md
    DESTINATION ${documents})
install(DIRECTORY game/minister/examples DESTINATION ${documents} USE_SOURCE_PERMISSIONS)

if(TARGET backchannel-window)
    install(FILES ${parts}/${id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES ${built}/${id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
    install(FILES ${parts}/${id}.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
endif()

# ---- package -------------------------------------------------------------------------------------

set(CPACK_GENERATOR DEB)
set(CPACK_SOURCE_GENERATOR "")
set(CPACK_PACKAGE_NAME backchannel)
set(CPACK_PACKAGE_CONTACT "${BACKCHANNEL_MAINTAINER}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE
    GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION games)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-core, fonts-noto-cjk")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "graphviz, jq, python3")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "turn-based negotiation about intrusions nobody can prove")
set(CPACK_PACKAGE_DESCRIPTION
"It is May 2012; computers are broken into on both sides of the Pacific,
nobody can prove by whom, and two defence ministers choose again and again
to cooperate, to accuse or to deny while trust and crisis move. One of them
is played, the other is computed.

The game runs in a window and in a terminal, in English and in Simplified
Chinese. Its tools play whole tournaments, explain every number of a game,
and help to write scenarios, which are JSON, and ministers, in any language.")

# Debian keeps games apart; they find their data from there as from anywhere.
file(WRITE ${built}/games.cmake
    "file(RENAME \${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/${CMAKE_INSTALL_BINDIR}
    \${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/games)\n")
set(CPACK_PRE_BUILD_SCRIPTS ${built}/games.cmake)
include(CPack)
