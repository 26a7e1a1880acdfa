-- Run in a headless Neovim with a config open: writes what the editor knows to the file named by ANSWERS, and ends.
local function codes()
  return vim.tbl_map(function(each)
    return { code = each.code or (((each.user_data or {}).lsp or {}).code), line = each.lnum }
  end, vim.diagnostic.get(0))
end

local function has(code)
  return vim.tbl_contains(vim.tbl_map(function(each) return each.code end, codes()), code)
end

local answers = {}
vim.wait(20000, function() return has("ungated-host-exec") end, 50)
answers.found = codes()

local position = { line = 2, character = 30 }
local hovers = vim.lsp.buf_request_sync(0, "textDocument/hover", { textDocument = vim.lsp.util.make_text_document_params(), position = position }, 10000)
local _, first = next(hovers or {})
answers.hover = vim.tbl_get(first or {}, "result", "contents", "value") or ""

vim.api.nvim_buf_set_lines(0, 2, 3, false, { '  tools: { exec: { security: "deny" } },' })
vim.wait(20000, function() return not has("ungated-host-exec") end, 50)
answers.mended = codes()

vim.fn.writefile({ vim.fn.json_encode(answers) }, vim.env.ANSWERS)
vim.cmd("qall!")
