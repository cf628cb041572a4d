# Writes the contract's parts to OUT as C++ string literals.
file(READ ${CONTRACT}/paths.json paths)
file(READ ${CONTRACT}/components.json components)
file(WRITE ${OUT} "#include \"server/api/contract_files.h\"

namespace treatygraph::server::contract {

const std::string_view kPaths = R\"__json__(${paths})__json__\";
const std::string_view kComponents = R\"__json__(${components})__json__\";

}  // namespace treatygraph::server::contract
")
