#pragma once
// What a client asks of the drawing beside the format: the positions of nodes, and which of their properties are
// written.

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/formats/graphs/graph_view.h"
#include "queries/formats/text/format.h"

namespace treatygraph::queries::formats {

struct Drawing {
  using Fields = std::set<std::string, std::less<>>;
  Layout layout = Layout::None;
  std::optional<Fields> fields = {};  ///< of properties; nothing: all
};

/// `layout` is empty where none was asked for, `fields` nothing; "none" is no property at all. An error where the
/// format places no node or has no room for fewer properties, and for names that there are not.
[[nodiscard]] Result<Drawing> drawing_asked(const Graph& graph, Format format, std::string_view layout,
                                            const std::optional<std::vector<std::string>>& fields);

/// `body`, which is in that format, with the properties that were asked for.
[[nodiscard]] std::string with_fields(std::string body, const Drawing& drawing);

}  // namespace treatygraph::queries::formats
