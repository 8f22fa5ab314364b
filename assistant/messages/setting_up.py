"""What `assistant setup` and `assistant doctor` say about the model: what is there, what leaves, what was kept."""

from __future__ import annotations

LEAVES_NOTHING = "Nothing leaves this machine: notes are read and drafts are written offline."
LEAVES_NOTHING_BUT = "Nothing leaves this machine: notes and records go to {where} on it, model {model}."
LEAVES_NO_NAMES = "Names are replaced by pseudonyms before anything is sent."
LEAVES = (
    "What leaves this machine: the text of each note that is read, and the records behind each answer and draft, "
    "to {where}, model {model}; assistant runs lists every call."
)

SETUP_FOUND = "Model servers on this machine:"
SETUP_NONE_FOUND = "No model server answers on this machine (looked for Ollama, LM Studio and llama.cpp)."
SETUP_SERVER = "{number}  {name} at {base_url}: {models}"
SETUP_NO_MODELS = "no model loaded"
SETUP_OTHER = "k  a key for OpenAI, or another address that speaks its protocol"
SETUP_OFFLINE = "o  offline, without a model"
SETUP_CHOOSE = "Which one? "
SETUP_ADDRESS = "Address (empty for OpenAI's own): "
SETUP_KEY = "Variable that holds the key (empty for OPENAI_API_KEY, - for no key, p to paste one into config.toml): "
SETUP_PASTE = "Key (it is not shown): "
SETUP_MODEL = "Model (empty for {model}): "
SETUP_GO_ON = "Try it with one call and keep it? [Y/n] "
SETUP_HOW = (
    "Nothing was changed. Type: assistant setup --base-url {base_url} --model {model}   (or assistant setup --offline)"
)
SETUP_HOW_ELSE = (
    "Nothing was changed; everything works offline. For a model, type: assistant setup --base-url "
    "http://127.0.0.1:11434/v1 --model NAME   (or, with a key: assistant setup --api-key-env OPENAI_API_KEY)"
)
SETUP_NOTHING_TO_TAKE = f"{SETUP_NONE_FOUND} {SETUP_HOW_ELSE}"
SETUP_NOT_DONE = "Nothing was changed."
SETUP_NO_ADDRESS = "{value!r} is no web address. Give one like http://127.0.0.1:11434/v1; nothing was changed."
SETUP_NO_SUCH_KEY = "The variable {name} is not set here. Set it in your shell's profile, then try again."
SETUP_NO_MODEL = "{base_url} offers no model that writes. Load one there, or name it: --model NAME"
SETUP_OFFLINE_ALONE = "--offline goes with no other choice. Type: assistant setup --offline"
SETUP_FAILED = "{fault} Nothing was changed."
SETUP_TRIED = "{model} answered in one call (assistant runs shows it)."
SETUP_KEPT = "Kept in {path}. Type: assistant doctor"
SETUP_KEY_KEPT = "Your key stands in {path}, which only you can read; a variable of your shell would be safer."
SETUP_OVERRIDDEN = "{name} is set in the environment and wins over what was kept. Unset it: unset {name}"
