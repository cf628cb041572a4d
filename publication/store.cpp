#include "publication/store.h"

#include <fmt/format.h>

#include "graph/shown.h"

namespace treatygraph::publication {

Result<std::unique_ptr<Store>> store_at(const std::string& folder_or_address) {
  const auto colon = folder_or_address.find("://");
  // Without a scheme it is a path.
  if (colon == std::string::npos) {
    if (folder_or_address.empty()) return fail(ErrorCode::InvalidArgument, "a folder or an address is expected");
    return folder_store(folder_or_address);
  }
  const auto scheme = folder_or_address.substr(0, colon);
  if (scheme == "http" || scheme == "https") return web_store(folder_or_address);
  if (scheme == "file") return folder_store(folder_or_address.substr(colon + 3));
  return fail(ErrorCode::InvalidArgument,
              fmt::format("{}: neither a folder nor an http: or https: address", shown(folder_or_address)));
}

}  // namespace treatygraph::publication
