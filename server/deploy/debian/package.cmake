# The Debian package: cmake --build --preset release --target install_documents, then cpack -G DEB in build/release.

set(CPACK_PACKAGE_NAME treatygraph)
set(CPACK_PACKAGE_VENDOR treatygraph)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_PACKAGE_CONTACT "treatygraph developers <treatygraph@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "knowledge-graph query server for treaty provisions")
set(CPACK_PACKAGE_DESCRIPTION
"Reads treaties and the facts around them into a graph of articles, offences,
safeguards, States and statements, and answers traversal queries about it over
HTTP and on the command line, with the quoted words as evidence.")
set(CPACK_PACKAGE_HOMEPAGE_URL "https://example.org/treatygraph")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_GENERATOR DEB)
set(CPACK_INSTALL_PREFIX /usr)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "nginx-light | nginx")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
    ${CMAKE_CURRENT_LIST_DIR}/postinst ${CMAKE_CURRENT_LIST_DIR}/prerm ${CMAKE_CURRENT_LIST_DIR}/postrm)

# Debian wants the licence and compressed changelogs under the package's name.
install(FILES ${CMAKE_CURRENT_LIST_DIR}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${CMAKE_CURRENT_LIST_DIR}/lintian-overrides
        DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides RENAME treatygraph)
function(install_compressed source name)
  set(copy ${CMAKE_CURRENT_BINARY_DIR}/${name})
  configure_file(${source} ${copy} COPYONLY)
  install(CODE "execute_process(COMMAND gzip -9nkf \"${copy}\" COMMAND_ERROR_IS_FATAL ANY)")
  install(FILES ${copy}.gz DESTINATION ${CMAKE_INSTALL_DOCDIR})
endfunction()
install_compressed(${CMAKE_SOURCE_DIR}/CHANGELOG.md changelog)
install_compressed(${CMAKE_CURRENT_LIST_DIR}/changelog changelog.Debian)

include(CPack)
