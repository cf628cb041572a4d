// The format of function_docs.txt, line by line: "#" begins a comment, a line with two blanks describes the functions
// of the lines before it, and any other line is a signature, "left(original :: STRING, length :: INTEGER) :: STRING".

#include "queries/cypher/functions/function_docs.h"

#include <algorithm>
#include <map>
#include <vector>

namespace treatygraph::queries::cypher {
namespace {

FunctionDoc read_signature(std::string_view line) {
  constexpr std::string_view kBeforeType = ") :: ";
  const auto open = line.find('(');
  const auto close = line.find(kBeforeType, open);
  return {line.substr(0, open), line.substr(open + 1, close - open - 1), line.substr(close + kBeforeType.size()), {}};
}

std::map<std::string_view, FunctionDoc> read_docs(std::string_view text) {
  std::map<std::string_view, FunctionDoc> docs;
  std::vector<FunctionDoc> described;
  for (auto rest = text; !rest.empty();) {
    const auto line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.empty() || line.front() == '#') continue;
    if (line.front() != ' ') {
      described.push_back(read_signature(line));
      continue;
    }
    for (auto& doc : described) {
      doc.description = line.substr(2);
      docs.emplace(doc.name, doc);
    }
    described.clear();
  }
  return docs;
}

}  // namespace

const FunctionDoc* find_function_doc(std::string_view name) {
  static const auto docs = read_docs(kFunctionDocs);
  const auto found = docs.find(name);
  return found == docs.end() ? nullptr : &found->second;
}

}  // namespace treatygraph::queries::cypher
