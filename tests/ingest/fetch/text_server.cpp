#include "tests/ingest/fetch/text_server.h"

#include <chrono>

#include <fmt/format.h>
#include <httplib.h>

namespace treatygraph::testing {
namespace {

void answer(const Served& served, httplib::Response& response) {
  std::this_thread::sleep_for(std::chrono::milliseconds(served.slow_ms));
  if (!served.leads_to.empty()) return response.set_redirect(served.leads_to, 302);
  response.status = served.status;
  if (!served.retry_after.empty()) response.set_header("Retry-After", served.retry_after);
  if (served.cut_at == 0) return response.set_content(served.bytes, served.type);
  response.set_content_provider(served.bytes.size(), served.type,
                                [served](std::size_t offset, std::size_t, httplib::DataSink& sink) {
                                  if (offset >= served.cut_at) return false;
                                  return sink.write(served.bytes.data(), served.cut_at);
                                });
}

}  // namespace

TextServer::TextServer() : server_(std::make_unique<httplib::Server>()) {
  server_->Get(".*", [this](const httplib::Request& request, httplib::Response& response) {
    Served served{"", "text/plain", 404};
    {
      const std::scoped_lock lock(mutex_);
      ++asked_[request.path];
      agent_ = request.get_header_value("User-Agent");
      const auto found = served_.find(request.path);
      if (found != served_.end()) served = found->second;
    }
    answer(served, response);
  });
  port_ = server_->bind_to_any_port("127.0.0.1");
  thread_ = std::jthread([this] { server_->listen_after_bind(); });
  while (!server_->is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

TextServer::~TextServer() {
  server_->stop();
}

void TextServer::serve(const std::string& path, Served served) {
  const std::scoped_lock lock(mutex_);
  served_[path] = std::move(served);
}

std::string TextServer::at(std::string_view path) const {
  return fmt::format("http://127.0.0.1:{}{}", port_, path);
}

int TextServer::asked(const std::string& path) const {
  const std::scoped_lock lock(mutex_);
  const auto found = asked_.find(path);
  return found == asked_.end() ? 0 : found->second;
}

std::string TextServer::last_agent() const {
  const std::scoped_lock lock(mutex_);
  return agent_;
}

std::string small_pdf(std::string_view remark) {
  return fmt::format("%PDF-1.4\n% {}\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n",
                     remark);
}

std::string page(std::string_view title, std::string_view body) {
  return fmt::format("<!DOCTYPE html>\n<html><head><title>{}</title></head>\n<body>{}</body></html>\n", title, body);
}

}  // namespace treatygraph::testing
