#pragma once
// Options of an answer in addition to its format: the positions of nodes, and which of their properties are written.

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/formats/graphs/graph_view.h"
#include "queries/formats/text/format.h"

namespace treatygraph::queries::formats {

/// What a client asks of the output besides the format.
struct Drawing {
  using Fields = std::set<std::string, std::less<>>;
  Layout layout = Layout::None;
  std::optional<Fields> fields = {};  ///< of properties; nothing: all
};

/// Checks what was asked for. `layout` is empty and `fields` absent if the client did not give them; the field "none"
/// stands for no property at all. Fails if the format has no positions, or no way to leave properties out, and for
/// names that do not exist.
[[nodiscard]] Result<Drawing> drawing_asked(const Graph& graph, Format format, std::string_view layout,
                                            const std::optional<std::vector<std::string>>& fields);

/// `body`, written in the format, with only the properties that were asked for.
[[nodiscard]] std::string with_fields(std::string body, const Drawing& drawing);

}  // namespace treatygraph::queries::formats
