#include "tests/server/bolt/bolt_client.h"

#include <map>
#include <stdexcept>

#include <fmt/format.h>

namespace treatygraph::server::bolt {
namespace {

std::string shown_items(PackReader& pack, std::size_t count, bool are_entries) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) text += ", ";
    if (are_entries) text += shown(pack) + ": ";
    text += shown(pack);
  }
  return text;
}

}  // namespace

std::string shown(PackReader& pack) {
  const auto packed = pack.next();
  if (!packed) return "cut short";
  switch (packed->kind) {
    case Packed::Kind::Null:
      return "null";
    case Packed::Kind::Boolean:
      return packed->boolean ? "true" : "false";
    case Packed::Kind::Integer:
      return std::to_string(packed->integer);
    case Packed::Kind::Float:
      return fmt::format("{}", packed->floating);
    case Packed::Kind::Bytes:
      return fmt::format("{} bytes", packed->text.size());
    case Packed::Kind::String:
      return fmt::format("\"{}\"", packed->text);
    case Packed::Kind::List:
      return "[" + shown_items(pack, packed->size, false) + "]";
    case Packed::Kind::Map:
      return "{" + shown_items(pack, packed->size, true) + "}";
    case Packed::Kind::Structure:
      return fmt::format("{}({})", packed->tag, shown_items(pack, packed->size, false));
  }
  return {};
}

std::string shown_message(std::string_view bytes) {
  static const std::map<char, std::string> kNames = {
      {'\x70', "SUCCESS"}, {'\x71', "RECORD"}, {'\x7e', "IGNORED"}, {'\x7f', "FAILURE"}};
  PackReader pack(bytes);
  const auto begun = pack.next();
  if (!begun || begun->kind != Packed::Kind::Structure || !kNames.contains(begun->tag)) return "no message";
  auto text = kNames.at(begun->tag);
  for (std::size_t i = 0; i < begun->size; ++i) text += " " + shown(pack);
  return pack.at_end() ? text : text + " and more";
}

std::string proposal(const std::vector<VersionRange>& versions) {
  std::string bytes("\x60\x60\xB0\x17", 4);
  for (const auto& [newest, older] : versions) {
    bytes.push_back('\0');
    for (const auto byte : {older, newest.minor, newest.major}) bytes.push_back(static_cast<char>(byte));
  }
  bytes.resize(20, '\0');
  return bytes;
}

std::string message(char signature, std::size_t fields, const std::function<void(PackWriter&)>& write) {
  std::string bytes;
  MessageFrame frame(bytes);
  PackWriter pack(bytes);
  pack.structure(signature, fields);
  write(pack);
  frame.end();
  return bytes;
}

std::string bare(char signature) {
  return message(signature, 0, [](PackWriter&) {});
}

std::string hello(std::string_view token) {
  return message('\x01', 1, [token](PackWriter& pack) {
    pack.map(3);
    pack.entry("user_agent", "test/1.0");
    pack.entry("scheme", "bearer");
    pack.entry("credentials", token);
  });
}

std::string logon(std::string_view token) {
  return message('\x6a', 1, [token](PackWriter& pack) {
    pack.map(3);
    pack.entry("scheme", "basic");
    pack.entry("principal", "anybody");
    pack.entry("credentials", token);
  });
}

std::string run(std::string_view query) {
  const auto empty = [](PackWriter& pack) { pack.map(0); };
  return run(query, empty, empty);
}

std::string run(std::string_view query, const std::function<void(PackWriter&)>& parameters,
                const std::function<void(PackWriter&)>& extra) {
  return message('\x10', 3, [&](PackWriter& pack) {
    pack.string(query);
    parameters(pack);
    extra(pack);
  });
}

namespace {

std::string rows(char signature, std::int64_t count, std::int64_t qid) {
  return message(signature, 1, [=](PackWriter& pack) {
    pack.map(2);
    pack.entry("n", count);
    pack.entry("qid", qid);
  });
}

}  // namespace

std::string pull(std::int64_t count, std::int64_t qid) {
  return rows('\x3f', count, qid);
}

std::string discard(std::int64_t count, std::int64_t qid) {
  return rows('\x2f', count, qid);
}

std::string begin() {
  return begin([](PackWriter& pack) { pack.map(0); });
}

std::string begin(const std::function<void(PackWriter&)>& extra) {
  return message('\x11', 1, extra);
}

BoltClient::BoltClient(int port, Version version, const std::string& from) : version_(version), client_(port, from) {
  client_.send(proposal({{version, 0}}));
  const auto answer = client_.receive_bytes(4);
  if (answer != proposal({{version, 0}}).substr(4, 4)) throw std::runtime_error("no agreement");
}

std::vector<std::string> BoltClient::receive(std::size_t count, std::chrono::milliseconds time) {
  const auto until = std::chrono::steady_clock::now() + time;
  while (messages_.size() < count) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    if (left.count() <= 0) break;
    const auto bytes = client_.receive_some(left);
    if (bytes.empty()) break;
    if (!reader_.read(bytes, messages_)) throw std::runtime_error("a message without end");
  }
  std::vector<std::string> shown;
  while (!messages_.empty() && shown.size() < count) {
    shown.push_back(shown_message(messages_.front()));
    messages_.pop_front();
  }
  return shown;
}

std::vector<std::string> BoltClient::ask(std::string_view bytes, std::size_t messages) {
  client_.send(bytes);
  return receive(messages);
}

void BoltClient::log_on() {
  const auto answers = version_.has_logon() ? ask(hello() + logon(), 2) : ask(hello());
  if (!answers.back().starts_with("SUCCESS")) throw std::runtime_error("not logged on: " + answers.back());
}

}  // namespace treatygraph::server::bolt
