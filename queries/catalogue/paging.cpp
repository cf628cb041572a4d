#include "queries/catalogue/paging.h"

#include "queries/catalogue/answer.h"

namespace treatygraph::queries {

std::string_view next_cursor_of(const Answer& answer) {
  return std::visit(
      [](const auto& body) -> std::string_view {
        if constexpr (requires { body.next_cursor; }) return body.next_cursor;
        return {};
      },
      answer.body);
}

std::string_view why_cut(const Answer& answer) {
  return std::visit(
      [](const auto& body) -> std::string_view {
        if constexpr (requires { body.truncated->reason; }) {
          if (body.truncated) return body.truncated->reason;
        }
        return {};
      },
      answer.body);
}

}  // namespace treatygraph::queries
